package org.brood.launcher;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.tools.ToolProvider;

/** Compiles a module from source and packs it, as its author would. */
public final class ModuleJar {
    private ModuleJar() {}

    /**
     * A jar with {@code example.ExampleModule}, which is {@code example_module}.
     *
     * @param members of the class, {@code register} among them
     */
    public static Path of(Path folder, String members, String... javacOptions) throws IOException {
        String source = """
                package example;
                import org.brood.api.*;
                import org.brood.api.Module;
                public class ExampleModule implements Module {
                    public String name() { return "example_module"; }
                    public String source() { return "mod_example.c"; }
                    %s
                }
                """.formatted(members);
        Path file = folder.resolve("ExampleModule.java");
        Files.writeString(file, source);
        Path classes = Files.createDirectories(folder.resolve("classes"));
        List<String> arguments = new ArrayList<>(
                List.of("-proc:none", "-cp", System.getProperty("java.class.path"), "-d", classes.toString()));
        arguments.addAll(List.of(javacOptions));
        arguments.add(file.toString());
        int result = ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new));
        if (result != 0) {
            throw new IllegalArgumentException("the module does not compile");
        }
        return pack(folder.resolve("example.jar"), classes, "example.ExampleModule");
    }

    /** @param service the class that the jar names; empty for none */
    static Path pack(Path jar, Path classes, String service) throws IOException {
        try (OutputStream out = Files.newOutputStream(jar);
                ZipOutputStream zip = new ZipOutputStream(out);
                Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                zip.putNextEntry(new ZipEntry(classes.relativize(file).toString()));
                zip.write(Files.readAllBytes(file));
            }
            if (!service.isEmpty()) {
                zip.putNextEntry(new ZipEntry("META-INF/services/org.brood.api.Module"));
                zip.write(service.getBytes(StandardCharsets.US_ASCII));
            }
        }
        return jar;
    }
}
