// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.syntax.elements.GivenClassesConjunction;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
  private final JavaClasses ours =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("org.grasslandcarbon.cli");

  @Test
  void
      the_command_line_stands_on_the_library_the_domain_the_views_the_reading_rooms_picocli_and_pdfbox_only() {
    classes()
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "java..",
            "org.grasslandcarbon.audit..",
            "org.grasslandcarbon.cli..",
            "org.grasslandcarbon.client..",
            "org.grasslandcarbon.domain..",
            "org.grasslandcarbon.land..",
            "org.grasslandcarbon.sheets..",
            "org.grasslandcarbon.views..",
            "tools.jackson..",
            "com.fasterxml.jackson.annotation..",
            "org.apache.pdfbox..",
            "picocli..")
        .check(ours);
  }

  @Test
  void only_certificates_are_read_from_pdf() {
    noClasses()
        .that()
        .resideOutsideOfPackage("..cli.certificate..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.apache.pdfbox..")
        .check(ours);
  }

  @Test
  void only_the_terminal_knows_the_process() {
    for (String stream : new String[] {"in", "out", "err"}) {
      others().should().accessField(System.class, stream).check(ours);
    }
    others().should().callMethod(System.class, "getenv").check(ours);
    others().should().callMethod(System.class, "getenv", String.class).check(ours);
    others().should().callMethod(System.class, "exit", int.class).check(ours);
  }

  private static GivenClassesConjunction others() {
    return noClasses().that().doNotBelongToAnyOf(Terminal.class, Grassland.class);
  }

  @Test
  void how_things_look_knows_no_command() {
    noClasses()
        .that()
        .resideInAPackage("..cli.console..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("picocli..", "org.grasslandcarbon.client..")
        .check(ours);
  }
}
