// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.grasslandcarbon.gateway.testing.GatewayExtension;
import org.grasslandcarbon.gateway.testing.RunningGateway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** What a running gateway says that it is made of. */
@ExtendWith(GatewayExtension.class)
class BillOfMaterialsTest {
  private final RunningGateway gateway;

  BillOfMaterialsTest(RunningGateway gateway) {
    this.gateway = gateway;
  }

  @Test
  void every_library_is_told_with_the_version_that_runs() {
    JsonNode bill = RunningGateway.json(gateway.getManagement("/actuator/sbom/application"));
    assertThat(bill.path("bomFormat").asString()).isEqualTo("CycloneDX");
    Set<String> told =
        StreamSupport.stream(bill.path("components").spliterator(), false)
            .filter(each -> !each.path("group").asString().equals("org.grasslandcarbon"))
            .map(each -> each.path("name").asString() + "-" + each.path("version").asString())
            .collect(Collectors.toSet());
    Set<String> running =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .map(each -> Path.of(each).getFileName().toString().replaceAll("\\.jar$", ""))
            .collect(Collectors.toSet());
    assertThat(told).hasSizeGreaterThan(50).isSubsetOf(running);
    assertThat(told)
        .anyMatch(each -> each.startsWith("fabric-gateway-"))
        .anyMatch(each -> each.startsWith("tomcat-embed-core-"))
        .anyMatch(each -> each.startsWith("postgresql-"))
        .as("what only tests need is not in the program")
        .noneMatch(each -> each.startsWith("junit-jupiter"));
  }
}
