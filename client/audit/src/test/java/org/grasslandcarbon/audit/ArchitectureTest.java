// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.audit;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
  private final JavaClasses ours =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("org.grasslandcarbon.audit");

  @Test
  void the_auditor_shares_the_domain_and_no_code_with_whom_it_audits() {
    classes()
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "java..",
            "javax.security.auth.x500..",
            "org.grasslandcarbon.audit..",
            "org.grasslandcarbon.domain..",
            "org.grasslandcarbon.views..",
            "org.hyperledger.fabric.protos..",
            "com.google.protobuf..",
            "io.grpc..",
            "org.bouncycastle..",
            "org.h2.mvstore..",
            "tools.jackson..")
        .check(ours);
  }

  @Test
  void only_the_connection_to_a_peer_knows_a_transport() {
    noClasses()
        .that()
        .resideOutsideOfPackage("..audit.blocks..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.grpc..")
        .check(ours);
  }

  @Test
  void only_the_state_knows_how_it_is_stored() {
    noClasses()
        .that()
        .resideOutsideOfPackage("..audit.ledger..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.h2..")
        .check(ours);
  }

  @Test
  void packages_do_not_depend_on_each_other_in_circles() {
    slices().matching("org.grasslandcarbon.audit.(*)..").should().beFreeOfCycles().check(ours);
  }

  @Test
  void nothing_reads_a_clock_or_prints() {
    noClasses()
        .should()
        .callMethod(Clock.class, "systemUTC")
        .orShould()
        .callMethod(Instant.class, "now")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .check(ours);
  }
}
