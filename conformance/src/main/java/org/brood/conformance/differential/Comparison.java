package org.brood.conformance.differential;

import java.util.ArrayList;
import java.util.List;

/**
 * What two servers said to one case.
 *
 * @param left the reference's record
 * @param right the record of the server under test
 */
public record Comparison(Case conversation, List<String> left, List<String> right) {

    public boolean equal() {
        return left.equals(right);
    }

    /** The records side by side as one text: a blank before common lines, - before the reference's, + before ours. */
    public String explained() {
        List<String> out = new ArrayList<>();
        int[][] common = commonSuffixes();
        int l = 0;
        int r = 0;
        while (l < left.size() || r < right.size()) {
            if (l < left.size() && r < right.size() && left.get(l).equals(right.get(r))) {
                out.add("    " + left.get(l++));
                r++;
            } else if (r == right.size() || l < left.size() && common[l + 1][r] >= common[l][r + 1]) {
                out.add("  - " + left.get(l++));
            } else {
                out.add("  + " + right.get(r++));
            }
        }
        return String.join("\n", out);
    }

    /** Length of the longest common subsequence of the two records from (l, r) on. */
    private int[][] commonSuffixes() {
        int[][] common = new int[left.size() + 1][right.size() + 1];
        for (int l = left.size() - 1; l >= 0; l--) {
            for (int r = right.size() - 1; r >= 0; r--) {
                common[l][r] = left.get(l).equals(right.get(r))
                        ? common[l + 1][r + 1] + 1
                        : Math.max(common[l + 1][r], common[l][r + 1]);
            }
        }
        return common;
    }

    /** The request as it was sent. */
    public String request() {
        StringBuilder text = new StringBuilder();
        for (Case.Block block : conversation.blocks()) {
            block.octets()
                    .lines()
                    .forEach(line -> text.append("  > ")
                            .append(Escapes.visible(shortened(line)))
                            .append('\n'));
        }
        return text.toString();
    }

    private static String shortened(String line) {
        return line.length() <= 200 ? line : line.substring(0, 200) + "... (" + line.length() + " characters)";
    }
}
