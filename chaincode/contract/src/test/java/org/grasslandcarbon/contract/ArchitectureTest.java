// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.contract;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
  private static final JavaClasses CHAINCODE =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.grasslandcarbon.contract", "org.grasslandcarbon.domain");

  @Test
  void the_contract_knows_the_domain_and_fabrics_protocol_and_no_other_room() {
    classes()
        .that()
        .resideInAPackage("org.grasslandcarbon.contract..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "java..",
            "javax.net.ssl..",
            "org.grasslandcarbon.contract..",
            "org.grasslandcarbon.domain.ledger..",
            "org.grasslandcarbon.domain.error..",
            "org.grasslandcarbon.domain.registry..",
            "org.grasslandcarbon.domain.value..",
            "org.hyperledger.fabric.protos..",
            "com.google.protobuf..",
            "io.grpc..")
        .check(CHAINCODE);
  }

  @Test
  void the_domain_knows_nothing_of_fabric() {
    noClasses()
        .that()
        .resideInAPackage("org.grasslandcarbon.domain..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.grasslandcarbon.contract..",
            "org.hyperledger..",
            "com.google.protobuf..",
            "io.grpc..")
        .check(CHAINCODE);
  }

  @Test
  void only_the_server_knows_a_transport() {
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName(ChaincodeServer.class.getName())
        .and()
        .doNotHaveFullyQualifiedName(MutualTls.class.getName())
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.grpc.netty..")
        .check(CHAINCODE);
  }

  @Test
  void the_wall_clock_is_read_only_where_a_process_starts() {
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName(ChaincodeServerMain.class.getName())
        .should()
        .callMethod(Clock.class, "systemUTC")
        .orShould()
        .callMethod(Clock.class, "systemDefaultZone")
        .orShould()
        .callMethod(Instant.class, "now")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .check(CHAINCODE);
  }

  @Test
  void the_import_found_both_rooms() {
    classes()
        .that()
        .haveFullyQualifiedName(GrasslandChaincode.class.getName())
        .should()
        .bePublic()
        .check(CHAINCODE);
    assertThat(CHAINCODE.contain("org.grasslandcarbon.domain.registry.Registry")).isTrue();
  }
}
