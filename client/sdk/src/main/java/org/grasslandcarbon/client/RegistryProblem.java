// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.client;

import java.util.Arrays;
import java.util.Optional;
import org.grasslandcarbon.domain.error.ErrorCode;
import tools.jackson.databind.JsonNode;

/** The registry or a gateway refused: a problem document (RFC 9457) with a stable code. */
public final class RegistryProblem extends ClientException {
  private static final long serialVersionUID = 1L;

  /** The code given here to an answer that no gateway of this registry makes. */
  public static final String UNEXPECTED_ANSWER = "UNEXPECTED_ANSWER";

  private final int status;
  private final String code;
  private final String detail;
  private final String detailZh;
  private final boolean retryable;
  private final boolean judged;
  private final transient JsonNode document;

  private RegistryProblem(
      String zh,
      String en,
      int status,
      String code,
      String detail,
      String detailZh,
      boolean retryable,
      boolean judged,
      JsonNode document) {
    super(zh, en, null);
    this.status = status;
    this.code = code;
    this.detail = detail;
    this.detailZh = detailZh;
    this.retryable = retryable;
    this.judged = judged;
    this.document = document;
  }

  /**
   * The problem that an answer carries.
   *
   * @param status the answer's HTTP status
   * @param body its body, which proxies and other servers may have made
   */
  static RegistryProblem of(int status, byte[] body) {
    Optional<JsonNode> json = Json.tryTree(body);
    if (json.isPresent() && json.get().path("code").isString()) {
      JsonNode document = json.get();
      return new RegistryProblem(
          document.path("titleZh").asString(""),
          document.path("title").asString(""),
          status,
          document.path("code").asString(),
          document.path("detail").asString(""),
          document.path("detailZh").asString(""),
          document.path("retryable").asBoolean(false),
          isOfTheRegistry(document),
          document);
    }
    boolean between = status == 502 || status == 503 || status == 504 || status == 429;
    String detail = "HTTP " + status;
    return new RegistryProblem(
        "该地址的回答不是注册登记网关的格式；请检查 --gateway。",
        "What answers at this address is not a gateway of the registry: check --gateway.",
        status,
        UNEXPECTED_ANSWER,
        detail,
        detail,
        between,
        false,
        Json.problem(UNEXPECTED_ANSWER, status, detail, between));
  }

  /** The problem that a rejected instruction's outcome document tells of. */
  static RegistryProblem of(Outcome rejected) {
    return ofRefusal(rejected.document());
  }

  /** The problem that a document with a refusal's code tells of. */
  static RegistryProblem ofRefusal(JsonNode outcome) {
    return new RegistryProblem(
        outcome.path("codeZh").asString(""),
        outcome.path("codeEn").asString(""),
        200,
        outcome.path("code").asString(ErrorCode.INTERNAL.name()),
        outcome.path("detail").asString(""),
        outcome.path("detailZh").asString(""),
        false,
        true,
        outcome);
  }

  /**
   * Whether a rule of the registry refused, rather than a gateway that did not take the request: by
   * its code, or, should this version not know the code, by the instruction that it names.
   */
  private static boolean isOfTheRegistry(JsonNode problem) {
    String code = problem.path("code").asString("");
    return Arrays.stream(ErrorCode.values()).anyMatch(each -> each.name().equals(code))
        || problem.path("instance").asString("").contains("/instructions/");
  }

  /** HTTP status of the answer. */
  public int status() {
    return status;
  }

  /** The stable code, e.g. {@code INSUFFICIENT_CREDITS}. */
  public String code() {
    return code;
  }

  /** Whether the code is this one. */
  public boolean is(ErrorCode other) {
    return code.equals(other.name());
  }

  /** What exactly was refused, in English; may be empty. */
  public String detail() {
    return detail;
  }

  /** The same in Chinese; empty where an older gateway has answered. */
  public String detailZh() {
    return detailZh;
  }

  /** Whether the same text may succeed later. */
  public boolean isRetryable() {
    return retryable;
  }

  /**
   * Whether the registry has refused the instruction itself, so that the same text need not be sent
   * again. What a server that is none of the registry's answers, or a gateway that takes no
   * instructions there, says nothing about the instruction.
   */
  public boolean isFinal() {
    return judged && !retryable;
  }

  /** The document as it came. */
  public JsonNode document() {
    return document;
  }
}
