// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.client;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
  private final JavaClasses ours =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("org.grasslandcarbon.client");

  @Test
  void
      the_library_stands_on_the_domain_the_views_the_disk_and_on_libraries_for_json_cryptography_and_what_peers_sign_only() {
    classes()
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "java..",
            "org.grasslandcarbon.client..",
            "org.grasslandcarbon.disk..",
            "org.grasslandcarbon.domain..",
            "org.grasslandcarbon.views..",
            "tools.jackson..",
            "com.nimbusds.jose..",
            "org.bouncycastle..",
            "com.google.protobuf..",
            "org.hyperledger.fabric.protos..")
        .check(ours);
  }

  @Test
  void the_library_never_prints_and_never_ends_the_program() {
    noClasses().should().accessField(System.class, "out").check(ours);
    noClasses().should().accessField(System.class, "err").check(ours);
    noClasses().should().callMethod(System.class, "exit", int.class).check(ours);
  }
}
