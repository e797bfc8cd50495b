package org.brood.conformance.differential;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.brood.conformance.server.Checkout;
import org.brood.conformance.server.Mpm;
import org.brood.conformance.server.Product;

/** The command {@code conformance/diff}: the differential test for people who write the server. */
public final class Diff {

    private static final String USAGE = """
            usage: conformance/diff [--filter TEXT] [--only-different] [--show] [--mpm NAME] [--reference PRODUCT] [--product PRODUCT]
                   conformance/diff --list
            Sends every case under conformance/cases whose name contains TEXT to both servers and prints where the answers
            differ: - is the reference's line (apache), + is ours (brood). --show prints the whole conversations, --list only names the cases.
            """;

    private String filter = "";
    private boolean onlyDifferent;
    private boolean list;
    private boolean show;
    private Mpm mpm = Mpm.EVENT;
    private String reference = "apache";
    private String product = "brood";

    private Diff() {}

    /** Exit code 0: no difference; 1: differences; 2: it could not run. */
    public static void main(String[] arguments) {
        Diff diff = new Diff();
        if (!diff.understand(List.of(arguments))) {
            System.err.print(USAGE);
            System.exit(2);
        }
        System.exit(diff.run());
    }

    private boolean understand(List<String> arguments) {
        for (int i = 0; i < arguments.size(); i++) {
            boolean valued =
                    List.of("--filter", "--mpm", "--reference", "--product").contains(arguments.get(i));
            if (valued && i + 1 == arguments.size()) {
                return false;
            }
            switch (arguments.get(i)) {
                case "--filter" -> filter = arguments.get(++i);
                case "--mpm" -> mpm = Mpm.valueOf(arguments.get(++i).toUpperCase(Locale.ROOT));
                case "--reference" -> reference = arguments.get(++i);
                case "--product" -> product = arguments.get(++i);
                case "--only-different" -> onlyDifferent = true;
                case "--list" -> list = true;
                case "--show" -> show = true;
                default -> {
                    return false;
                }
            }
        }
        return true;
    }

    private int run() {
        List<Case> cases = CaseFile.readFolder(Checkout.cases()).stream()
                .filter(each -> each.name().contains(filter))
                .toList();
        if (list) {
            cases.forEach(each -> System.out.println(each.name()));
            return 0;
        }
        Product left = Product.named(reference);
        Product right = Product.named(product);
        for (Product each : List.of(left, right)) {
            if (each.unavailable().isPresent()) {
                System.err.println(each.unavailable().get());
                return 2;
            }
        }
        try (Pair pair = Pair.start(left, right, mpm)) {
            return report(pair, cases);
        }
    }

    private int report(Pair pair, List<Case> cases) {
        List<String> different = new ArrayList<>();
        for (Case each : cases) {
            Comparison comparison = pair.compare(each);
            if (show) {
                System.out.println(each.name() + "\n" + comparison.request() + comparison.explained() + "\n");
            } else if (!comparison.equal()) {
                different.add(each.name());
                System.out.println("DIFFERENT " + each.name());
                System.out.println(comparison.request() + comparison.explained() + "\n");
            } else if (!onlyDifferent) {
                System.out.println("equal     " + each.name());
            }
        }
        different.forEach(name -> System.out.println("DIFFERENT " + name));
        System.out.println(cases.size() + " cases, " + different.size() + " different, " + pair.intentions()
                + " intended differences known");
        return different.isEmpty() ? 0 : 1;
    }
}
