// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.grasslandcarbon.cli.CommandLineRun.Result;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.views.refusal.GatewayCode;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ErrorsCommandTest {
  private final CommandLineRun run = new CommandLineRun(Path.of("."));

  @Test
  void a_code_is_explained_without_a_gateway() {
    Result result = run.run("errors", "insufficient-credits");

    assertThat(result.exitCode()).isZero();
    assertThat(result.out())
        .contains("INSUFFICIENT_CREDITS")
        .contains(ErrorCode.INSUFFICIENT_CREDITS.zh())
        .contains(ErrorCode.INSUFFICIENT_CREDITS.en())
        .contains("transferCredits");
  }

  @Test
  void all_codes_are_one_document_for_programs() {
    Result result = run.run("errors", "--json");

    JsonNode codes = Codec.read(result.out(), JsonNode.class);
    assertThat(codes.size()).isGreaterThan(ErrorCode.values().length);
    assertThat(result.err()).isEmpty();
  }

  @Test
  void codes_of_a_gateway_are_explained_with_their_status() {
    for (GatewayCode code : GatewayCode.values()) {
      Result result = run.run("errors", code.name());
      assertThat(result.out())
          .contains(code.zh(), code.en())
          .contains("HTTP " + code.status() + "\n");
    }
    assertThat(run.run("errors", "KEY_REVOKED").out()).contains("HTTP 401");
    assertThat(run.run("errors", "OUTCOME_UNKNOWN").out()).doesNotContain("HTTP");
  }

  @Test
  void an_unknown_code_is_a_usage_error_in_the_language_asked_for() {
    Result zh = run.run("errors", "NONSENSE", "--lang", "zh");
    Result en = run.run("--lang", "en", "errors", "NONSENSE");

    assertThat(zh.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(zh.err()).contains("没有代码").doesNotContain("There is no");
    assertThat(en.err()).contains("There is no").doesNotContain("没有代码");
  }
}
