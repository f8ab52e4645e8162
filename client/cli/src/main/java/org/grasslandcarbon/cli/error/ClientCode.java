// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli.error;

/** Codes that this program gives itself, besides those of the registry and of gateways. */
enum ClientCode {
  GATEWAY_UNREACHABLE("无法连接网关；请检查 --gateway。", "No gateway can be reached: check --gateway."),
  OUTCOME_UNKNOWN(
      "结果尚未知；运行 grassland instruction resume。",
      "The outcome is not known yet: run grassland instruction resume."),
  WAITS_IN_OUTBOX(
      "发件箱中有同类指令尚无结果，未再签署；先运行 grassland instruction resume，或加 --again。",
      "One of the kind waits in the outbox and nothing was signed: run grassland instruction resume,"
          + " or add --again."),
  LOCAL_FILE(
      "密钥或本地文件不可用；请按说明检查该文件。",
      "A key or a local file cannot be used: check it as the sentence says."),
  FAULT_FOUND(
      "登记系统的回答与规则不符；请向维护者报告（grassland tour）。",
      "The registry answered otherwise than its rules say: report it (grassland tour)."),
  NOT_ALL_CHECKED(
      "审计未发现不符，但所要求的并未全部核对。",
      "An audit found nothing wrong, and has not checked all that it was asked for."),
  NOT_DONE("未能完成所要求的事项；请按说明处理。", "What was asked for was not done: do as the sentence says."),
  USAGE("命令行有误；请看 --help。", "The command line is not right: see --help."),
  UNEXPECTED_ANSWER(
      "该地址不是注册登记网关；请检查 --gateway。",
      "What answers at this address is not a gateway of the registry: check --gateway.");

  private final String zh;
  private final String en;

  ClientCode(String zh, String en) {
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
    return this == GATEWAY_UNREACHABLE || this == OUTCOME_UNKNOWN;
  }
}
