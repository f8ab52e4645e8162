// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.land;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

  @Test
  void the_land_files_stand_on_the_domain_the_json_parser_and_one_library_only() {
    classes()
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "java..",
            "javax.xml.stream..",
            "org.grasslandcarbon.land..",
            "org.grasslandcarbon.domain..",
            "tools.jackson..",
            "org.locationtech.proj4j..")
        .check(
            new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("org.grasslandcarbon.land"));
  }
}
