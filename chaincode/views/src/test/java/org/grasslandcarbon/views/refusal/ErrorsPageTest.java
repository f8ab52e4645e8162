// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.views.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Collectors;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.registry.Catalogue;
import org.junit.jupiter.api.Test;

/**
 * The page of errors says what the code does. After a change of the code: {@code ./mvnw -pl
 * chaincode/views -am test -Dtest=ErrorsPageTest -Dsurefire.failIfNoSpecifiedTests=false
 * -Dregenerate=true}.
 */
class ErrorsPageTest {
  private static final Path FILE = Path.of("../../docs/reference/errors.md");

  private static final String INTRODUCTION =
      """
      # 错误代码 / Errors

      <!-- Made from the code: ./mvnw -pl chaincode/views -am test -Dtest=ErrorsPageTest \
      -Dsurefire.failIfNoSpecifiedTests=false -Dregenerate=true -->

      代码按通用检查的先后排列，永不改名、永不复用。网关以 HTTP 状态码和问题文档（`detail`、`detailZh` 说明具体原因）回答；\
      已入账的拒绝，其指令的查询结果为 200。
      The common codes come first, in the order of the checks that every instruction passes. Codes are
      never renamed and never reused. A gateway answers with the HTTP status and a problem document, whose
      `detail` and `detailZh` say what exactly is wrong; asked later what became of a refused instruction, it
      answers 200 with the outcome.

      """;

  private static final String GATEWAY =
      """
      # 网关的代码 / Codes of a gateway

      请求未到达账本时由网关给出。 Given by a gateway for requests that do not get to the ledger.

      """;

  private final StringBuilder page = new StringBuilder();

  private String page() {
    page.append(INTRODUCTION);
    for (ErrorCode code : ErrorCode.values()) {
      section(code.name(), code.zh(), code.en(), HttpStatuses.of(code));
      if (code.isSafeToRetry()) {
        page.append("稍后可原样重发。 The same signed instruction may be sent again later.\n\n");
      }
      String users =
          Catalogue.actions().stream()
              .filter(action -> action.refusals().contains(code))
              .map(
                  action ->
                      "[`%s`](instructions.md#%s)"
                          .formatted(action.name(), action.name().toLowerCase(Locale.ROOT)))
              .collect(Collectors.joining(", "));
      if (!users.isEmpty()) {
        page.append("指令 / instructions: ").append(users).append("\n\n");
      }
    }
    page.append(GATEWAY);
    for (GatewayCode code : GatewayCode.values()) {
      section(code.name(), code.zh(), code.en(), code.status());
      if (code.isSafeToRetry()) {
        page.append("稍后可原样重发。 The same request may be sent again later.\n\n");
      }
    }
    return page.toString().stripTrailing() + "\n";
  }

  private void section(String code, String zh, String en, int status) {
    page.append("## %s\n\nHTTP %d\n\n%s\n\n%s\n\n".formatted(code, status, zh, en));
  }

  @Test
  void the_page_of_errors_is_up_to_date() throws IOException {
    String expected = page();
    if (Boolean.getBoolean("regenerate")) {
      Files.writeString(FILE, expected);
    }
    assertThat(Files.readString(FILE))
        .as("errors.md differs from the code: regenerate it as the class comment says")
        .isEqualTo(expected);
  }
}
