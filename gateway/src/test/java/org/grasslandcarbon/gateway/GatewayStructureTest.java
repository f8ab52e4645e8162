// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class GatewayStructureTest {
  private static final String GATEWAY = "org.grasslandcarbon.gateway";

  private static final JavaClasses MAIN =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages(GATEWAY);

  @Test
  void the_gateway_knows_neither_the_contract_nor_the_embedded_peer() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.grasslandcarbon.contract..", "org.grasslandcarbon.network..")
        .check(MAIN);
  }

  @Test
  void only_the_ledger_client_uses_the_fabric_gateway_sdk() {
    noClasses()
        .that()
        .resideOutsideOfPackage(GATEWAY + ".ledger..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.hyperledger.fabric.client..")
        .check(MAIN);
  }

  @Test
  void the_way_to_the_ledger_knows_neither_the_projection_nor_the_api() {
    classes()
        .that()
        .resideInAnyPackage(
            GATEWAY + ".blocks..",
            GATEWAY + ".ledger..",
            GATEWAY + ".inbox..",
            GATEWAY + ".commit..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "java..",
            "org.slf4j..",
            "io.grpc..",
            "io.micrometer.core..",
            "com.google.protobuf..",
            "org.bouncycastle..",
            "org.hyperledger.fabric..",
            "org.grasslandcarbon.domain..",
            "org.grasslandcarbon.disk..",
            GATEWAY + ".blocks..",
            GATEWAY + ".ledger..",
            GATEWAY + ".inbox..",
            GATEWAY + ".commit..")
        .check(MAIN);
  }

  /** A database takes times in UTC; days are made in one class of the domain. */
  @Test
  void instants_become_days_nowhere_but_in_beijing_time() {
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName(GATEWAY + ".projection.Sql")
        .should()
        .callMethodWhere(
            DescribedPredicate.describe(
                "conversions between instants and days",
                call ->
                    call.getTargetOwner().getPackageName().equals("java.time")
                        && (call.getName().matches("at(Offset|Zone|StartOfDay)|ofInstant")
                            || call.getName().equals("now")
                                && call.getTargetOwner().getSimpleName().matches("Local.*|Year"))))
        .check(MAIN);
  }

  @Test
  void packages_do_not_depend_on_each_other_in_circles() {
    slices().matching(GATEWAY + ".(*)..").should().beFreeOfCycles().check(MAIN);
  }
}
