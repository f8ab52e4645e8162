// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.embedded;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What this room may know, and what it shows. */
class StructureTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("org.grasslandcarbon.network.embedded");

  @Test
  void the_peer_knows_fabrics_protocol_and_of_this_project_only_how_files_are_written() {
    noClasses()
        .should()
        .dependOnClassesThat(
            com.tngtech.archunit.base.DescribedPredicate.describe(
                "belong to another room",
                (JavaClass type) ->
                    type.getPackageName().startsWith("org.grasslandcarbon.")
                        && !type.getPackageName().equals("org.grasslandcarbon.disk")
                        && !type.getPackageName()
                            .startsWith("org.grasslandcarbon.network.embedded")))
        .check(CLASSES);
  }

  @Test
  void the_peer_needs_neither_the_client_library_nor_the_chaincode_shim() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.hyperledger.fabric.client..",
            "org.hyperledger.fabric.shim..",
            "org.hyperledger.fabric.contract..")
        .check(CLASSES);
  }

  @Test
  void only_what_others_need_is_public() {
    Set<String> shown =
        Set.of(
            "EmbeddedPeer",
            "EmbeddedIdentity",
            "EmbeddedPeerException",
            "ChaincodeConnector",
            "BlockCutting",
            "ConcurrencyLimits",
            "VerificationReport");
    for (JavaClass type : CLASSES) {
      if (!type.isTopLevelClass()) {
        continue;
      }
      assertThat(type.getModifiers().contains(JavaModifier.PUBLIC))
          .as("%s is public", type.getName())
          .isEqualTo(shown.contains(type.getSimpleName()));
    }
  }

  @Test
  void no_security_provider_is_installed_for_the_whole_process() {
    noClasses()
        .should()
        .callMethod(java.security.Security.class, "addProvider", java.security.Provider.class)
        .orShould()
        .callMethod(
            java.security.Security.class,
            "insertProviderAt",
            java.security.Provider.class,
            int.class)
        .check(CLASSES);
  }
}
