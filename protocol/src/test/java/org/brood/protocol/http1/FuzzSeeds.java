package org.brood.protocol.http1;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes each case of the corpus as a seed file for {@link EngineFuzzer}: three octets of rules and cuts, then the case's. */
public final class FuzzSeeds {
    private FuzzSeeds() {}

    /** @param arguments the directory to write to */
    public static void main(String[] arguments) throws IOException {
        Path directory = Files.createDirectories(Path.of(arguments[0]));
        Files.createDirectories(directory.resolveSibling("found"));
        for (CorpusCase test : CorpusCase.all()) {
            byte[] seed = new byte[test.octets().length + 3];
            seed[0] = (byte) ((test.rules().strict() ? 0 : 2) | (test.ends() ? 16 : 0));
            seed[1] = (byte) (seed.length / 3);
            seed[2] = (byte) (seed.length / 5);
            System.arraycopy(test.octets(), 0, seed, 3, test.octets().length);
            Files.write(directory.resolve(test.name().replace('/', '-')), seed);
        }
    }
}
