package org.brood.launcher.rules;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** The rules of ARCHITECTURE.md that the Maven modules cannot enforce, over the whole product. */
final class HouseRulesTest {
    private static final JavaClasses PRODUCT =
            new ClassFileImporter(List.of(new ImportOption.DoNotIncludeTests())).importPackages("org.brood");

    @Test
    void everyPartOfTheProductIsLookedAt() {
        for (String part : Arrows.parts()) {
            assertThat(PRODUCT.containPackage("org.brood." + part)
                            || PRODUCT.stream()
                                    .anyMatch(type -> Arrows.part(type).equals(part)))
                    .as("classes of %s", part)
                    .isTrue();
        }
    }

    @Test
    void dependenciesFollowTheArrows() {
        assertThat(Arrows.againstThem(PRODUCT)).isEqualTo(Exceptions.AGAINST_THE_ARROWS);
    }

    @Test
    void noMpmSeesAnother() {
        slices().matching("org.brood.mpm.(prefork|worker|event|virtual)..")
                .should()
                .notDependOnEachOther()
                .check(PRODUCT);
    }

    @Test
    void noModuleSeesAnother() {
        slices().matching("org.brood.modules.(*).(*)..")
                .should()
                .notDependOnEachOther()
                .check(PRODUCT);
    }

    @Test
    void packagesHaveNoCycles() {
        assertThat(PackageCycles.of(PRODUCT)).isEqualTo(Exceptions.CYCLES);
    }

    @Test
    void onlyPosixAndScoreboardTouchNativeMemory() {
        noClasses()
                .that()
                .resideOutsideOfPackages("org.brood.posix..", "org.brood.scoreboard..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("java.lang.foreign..")
                .check(PRODUCT);
    }

    @Test
    void noStaticFieldCanChange() {
        fields().that().areStatic().should().beFinal().check(PRODUCT);
    }

    @Test
    void grammarsAndConfigurationHaveNoThreadsClocksOrSockets() {
        noClasses()
                .that()
                .resideInAnyPackage("org.brood.protocol..", "org.brood.conf..")
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(Thread.class, java.time.Clock.class, ThreadLocal.class)
                .orShould()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "java.util.concurrent..", "java.net..", "java.nio.channels..", "java.lang.foreign..")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(System.class, "nanoTime")
                .orShould()
                .callMethod(java.time.Instant.class, "now")
                .check(PRODUCT);
    }

    @Test
    void everyPackageIsNullMarked() {
        TreeSet<String> unmarked = new TreeSet<>();
        for (JavaClass type : PRODUCT) {
            JavaPackage home = type.getPackage();
            if (!home.isAnnotatedWith(NullMarked.class)) {
                unmarked.add(home.getName());
            }
        }
        assertThat(unmarked).isEmpty();
    }
}
