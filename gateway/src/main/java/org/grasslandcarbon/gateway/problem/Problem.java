// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.problem;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.util.Optional;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.error.RegistryException;
import org.grasslandcarbon.domain.value.Detail;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.ReadableText;
import org.grasslandcarbon.views.refusal.GatewayCode;
import org.grasslandcarbon.views.refusal.HttpStatuses;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * A problem document (RFC 9457): why a request was not answered or an instruction was refused.
 *
 * @param code the registry's {@link ErrorCode} or the gateway's {@link GatewayCode}
 * @param detail what exactly, in English
 * @param detailZh the same in Chinese
 * @param instance where the instruction can be asked for, when the problem is one's
 * @param retryable whether sending the same again later can succeed
 * @param status the HTTP status
 * @param title what happened and what to do, in English
 * @param titleZh the same in Chinese
 * @param type identifies the code; shows all codes when opened
 */
public record Problem(
    String code,
    String detail,
    String detailZh,
    Optional<String> instance,
    boolean retryable,
    int status,
    String title,
    String titleZh,
    String type) {

  /** What was asked for may be quoted: as text for people, and not without end. */
  public Problem {
    detail = ReadableText.shown(detail, RegistryException.DETAIL_MOST);
    detailZh = ReadableText.shown(detailZh, RegistryException.DETAIL_MOST);
  }

  /** Seconds after which a busy gateway may be asked again. */
  private static final String RETRY_AFTER_SECONDS = "2";

  /** The problem that a refusal of the registry is. */
  public static Problem of(ErrorCode code, Detail detail) {
    return new Problem(
        code.name(),
        detail.en(),
        detail.zh(),
        Optional.empty(),
        code.isSafeToRetry(),
        HttpStatuses.of(code),
        code.en(),
        code.zh(),
        type(code.name()));
  }

  /** The problem that a refusal of the registry is. */
  public static Problem of(RegistryException refusal) {
    return of(refusal.code(), refusal.detail());
  }

  /**
   * The problem that a refusal is where the request has no signature: nobody is told to sign again
   * what was not signed.
   */
  public static Problem ofUnsigned(RegistryException refusal) {
    Problem problem = of(refusal);
    return refusal.code() == ErrorCode.MALFORMED
        ? new Problem(
            problem.code,
            problem.detail,
            problem.detailZh,
            problem.instance,
            problem.retryable,
            problem.status,
            "The request is not well formed: correct it as the detail says and send it again.",
            "请求的格式不正确；请按说明修正后重新发送。",
            problem.type)
        : problem;
  }

  /** A problem of the gateway's own. */
  public static Problem of(GatewayCode code, Detail detail) {
    return new Problem(
        code.name(),
        detail.en(),
        detail.zh(),
        Optional.empty(),
        code.isSafeToRetry(),
        code.status(),
        code.en(),
        code.zh(),
        type(code.name()));
  }

  /** The problem that a server's refusal is, of which only the HTTP status is known. */
  public static Problem ofStatus(int status) {
    Optional<HttpStatus> known = Optional.ofNullable(HttpStatus.resolve(status));
    Problem problem =
        switch (known.orElse(HttpStatus.INTERNAL_SERVER_ERROR)) {
          case NOT_FOUND ->
              of(GatewayCode.NOT_FOUND, zh("没有此地址").en("no resource has this address"));
          case METHOD_NOT_ALLOWED ->
              of(
                  GatewayCode.METHOD_NOT_ALLOWED,
                  zh("此地址不支持该请求方法").en("the address does not take this method"));
          case SERVICE_UNAVAILABLE ->
              of(ErrorCode.OVERLOADED, zh("网关暂不接受请求").en("the gateway takes no requests"));
          case NOT_IMPLEMENTED, HTTP_VERSION_NOT_SUPPORTED ->
              of(
                  GatewayCode.BAD_REQUEST,
                  zh("服务器不支持该 HTTP 版本或传输编码").en("the server does not speak this HTTP"));
          default ->
              status >= 400 && status < 500
                  ? of(GatewayCode.BAD_REQUEST, zh("无法读取该请求").en("the request cannot be read"))
                  : of(ErrorCode.INTERNAL, zh("请查看网关日志").en("see the gateway's log"));
        };
    return new Problem(
        problem.code,
        problem.detail,
        problem.detailZh,
        Optional.empty(),
        problem.retryable,
        known.filter(HttpStatus::isError).map(HttpStatus::value).orElse(problem.status),
        problem.title,
        problem.titleZh,
        problem.type);
  }

  /** The same problem, of an instruction. */
  public Problem about(InstructionId instruction) {
    return new Problem(
        code,
        detail,
        detailZh,
        Optional.of(Paths.instruction(instruction)),
        retryable,
        status,
        title,
        titleZh,
        type);
  }

  /**
   * The same problem, when the ledger has it on record: whatever its code says of others, the same
   * text would be answered with this outcome for ever.
   */
  public Problem onRecord() {
    return new Problem(code, detail, detailZh, instance, false, status, title, titleZh, type);
  }

  private static String type(String code) {
    return Paths.ERRORS + "#" + code;
  }

  /** The answer with this problem. */
  public ResponseEntity<Object> answer() {
    return answer(new HttpHeaders());
  }

  /** The answer with this problem and more headers. */
  public ResponseEntity<Object> answer(HttpHeaders more) {
    HttpHeaders headers = new HttpHeaders(more);
    headers.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
    headers.setCacheControl("no-store");
    boolean busy =
        status == HttpStatus.SERVICE_UNAVAILABLE.value()
            || status == HttpStatus.TOO_MANY_REQUESTS.value();
    if (busy && !headers.containsHeader(HttpHeaders.RETRY_AFTER)) {
      headers.set(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
    }
    return ResponseEntity.status(status).headers(headers).body(this);
  }
}
