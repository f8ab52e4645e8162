// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.sheets;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

  @Test
  void the_sheets_stand_on_the_domain_and_two_libraries_only() {
    classes()
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "java..",
            "javax.xml.stream..",
            "org.grasslandcarbon.sheets..",
            "org.grasslandcarbon.domain..",
            "de.siegmar.fastcsv..",
            "org.dhatim.fastexcel..")
        .check(
            new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("org.grasslandcarbon.sheets"));
  }
}
