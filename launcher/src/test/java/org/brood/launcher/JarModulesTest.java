package org.brood.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.brood.conf.ConfigurationException;
import org.brood.conf.ModuleSpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JarModulesTest {
    private static final String NO_HOOKS = "public void register(Hooks hooks) {}";

    @TempDir
    private Path folder;

    private void assertRefused(String identifier, Path jar, String complaint) {
        assertThatThrownBy(() -> new JarModules().load(identifier, jar))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(complaint);
    }

    @Test
    void aModuleIsFoundByItsIdentifier() throws Exception {
        JarModules modules = new JarModules();
        ModuleSpec spec = modules.load("example_module", ModuleJar.of(folder, NO_HOOKS));
        assertThat(spec.identifier()).isEqualTo("example_module");
        assertThat(modules.loaded()).hasSize(1);
    }

    @Test
    void eachReadingOfTheConfigurationHasClassesOfItsOwn() throws Exception {
        Path jar = ModuleJar.of(folder, NO_HOOKS);
        JarModules first = new JarModules();
        JarModules second = new JarModules();
        first.load("example_module", jar);
        first.load("example_module", jar);
        second.load("example_module", jar);
        assertThat(first.loaded()).hasSize(1);
        assertThat(first.loaded().getFirst().getClass())
                .isNotSameAs(second.loaded().getFirst().getClass());
    }

    @Test
    void aMissingFileIsToldInHttpdsWords() {
        assertRefused(
                "example_module",
                folder.resolve("none.jar"),
                "cannot open shared object file: No such file or directory");
    }

    @Test
    void whatIsNoJarIsRefused() throws Exception {
        Path file = Files.writeString(folder.resolve("text.jar"), "hello");
        assertRefused("example_module", file, "cannot be read as a jar: ");
    }

    @Test
    void aJarWithoutAModuleIsRefused() throws Exception {
        Path classes = Files.createDirectories(folder.resolve("none"));
        Path jar = ModuleJar.pack(folder.resolve("empty.jar"), classes, "");
        assertRefused("example_module", jar, "it holds no module: META-INF/services/org.brood.api.Module is not in it");
    }

    @Test
    void aJarWithAnotherModuleIsRefusedByTheNameOfTheOther() throws Exception {
        Path jar = ModuleJar.of(folder, NO_HOOKS);
        assertRefused(
                "other_module", jar, "Can't locate API module structure `other_module' in it; it holds example_module");
    }

    @Test
    void aClassThatIsNotThereIsNamed() throws Exception {
        Path classes = Files.createDirectories(folder.resolve("none"));
        Path jar = ModuleJar.pack(folder.resolve("wrong.jar"), classes, "example.Missing");
        assertRefused("example_module", jar, "its module cannot be made: ");
        assertRefused("example_module", jar, "example.Missing not found");
    }

    @Test
    void aClassFileForANewerJavaIsToldWithItsVersion() throws Exception {
        Path jar = ModuleJar.of(folder, NO_HOOKS);
        Path classFile = folder.resolve("classes/example/ExampleModule.class");
        byte[] code = Files.readAllBytes(classFile);
        code[7] = 99;
        Files.write(classFile, code);
        ModuleJar.pack(jar, folder.resolve("classes"), "example.ExampleModule");
        assertRefused("example_module", jar, "UnsupportedClassVersionError");
        assertRefused("example_module", jar, "class file version 99.0");
    }

    @Test
    void aConstructorThatFailsIsToldWithItsReason() throws Exception {
        Path jar = ModuleJar.of(
                folder, NO_HOOKS + " public ExampleModule() { throw new IllegalStateException(\"no database\"); }");
        assertRefused("example_module", jar, "its module cannot be made: java.lang.IllegalStateException: no database");
    }

    @Test
    void theServersInsideIsHiddenFromModules() throws Exception {
        Path jar = ModuleJar.of(
                folder,
                NO_HOOKS + " public ExampleModule() throws Exception {"
                        + " Class.forName(\"org.brood.launcher.Main\"); }");
        assertRefused("example_module", jar, "ClassNotFoundException: org.brood.launcher.Main");
    }
}
