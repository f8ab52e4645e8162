// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.conformance.scripts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What is done for an office before it has joined, is not refused because it has not joined. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "the network's scripts are for Linux")
class JoiningOfficeTest {
  @TempDir Path work;

  @Test
  void certificates_are_made_for_an_office_that_has_not_joined() throws IOException {
    Scripts scripts = new Scripts(work);
    scripts.replace(List.of("cryptogen", "openssl"));
    Scripts.Played played =
        scripts.play(Script.named("fabric/steps/certificates"), List.of("qinghai"), Map.of());
    assertThat(scripts.started()).as(played.printed()).isNotEmpty();
    assertThat(played.printed()).doesNotContain("add-org");
  }
}
