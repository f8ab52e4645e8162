// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli.error;

/** Codes that a gateway or this program gives, besides those of the registry's rules. */
enum GatewayCode {
  NOT_FOUND("没有这项记录；请核对编号。", "There is no such record: check the id."),
  BAD_REQUEST("请求的参数不正确。", "A parameter of the request is not right."),
  UNSUPPORTED_MEDIA_TYPE(
      "指令须以 application/jose 发送。", "An instruction is sent as application/jose."),
  NOT_ACCEPTABLE("不提供所要求的格式。", "None of the formats asked for is offered."),
  METHOD_NOT_ALLOWED("该地址不支持此方法。", "This address does not take this method."),
  TOKEN_MISSING(
      "这项内容不公开，需要主体签署的令牌。", "This is not public: it needs a token that a participant signed."),
  TOKEN_INVALID("令牌无效、过期或已使用；请重新签署。", "The token is not valid, expired or used: sign a new one."),
  FORBIDDEN("该主体无权查看这项内容。", "This participant may not see this."),
  ROWS_REFUSED(
      "文件中有错误，未保存任何内容；请逐项修正。", "The file has errors and nothing was stored: correct each of them."),
  TOO_MANY_REQUESTS("请求过于频繁；请稍后重试。", "Too many requests: try again shortly."),
  GATEWAY_UNREACHABLE("无法连接网关；请检查 --gateway。", "No gateway can be reached: check --gateway."),
  OUTCOME_UNKNOWN(
      "结果尚未知；运行 grassland instruction resume。",
      "The outcome is not known yet: run grassland instruction resume."),
  WAITS_IN_OUTBOX(
      "发件箱中有同类指令尚无结果，未再签署；先运行 grassland instruction resume，或加 --again。",
      "One of the kind waits in the outbox and nothing was signed: run grassland instruction resume,"
          + " or add --again."),
  LOCAL_FILE("密钥或本地文件不可用。", "A key or a local file cannot be used."),
  FAULT_FOUND(
      "登记系统的回答与规则不符（grassland tour）。",
      "The registry answered otherwise than its rules say (grassland tour)."),
  USAGE("命令行有误；请看 --help。", "The command line is not right: see --help."),
  UNEXPECTED_ANSWER(
      "该地址不是注册登记网关；请检查 --gateway。",
      "What answers at this address is not a gateway of the registry: check --gateway.");

  private final String zh;
  private final String en;

  GatewayCode(String zh, String en) {
    this.zh = zh;
    this.en = en;
  }

  String zh() {
    return zh;
  }

  String en() {
    return en;
  }

  boolean isRetryable() {
    return this == TOO_MANY_REQUESTS || this == GATEWAY_UNREACHABLE || this == OUTCOME_UNKNOWN;
  }
}
