// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.views.refusal;

/**
 * Why a gateway did not answer a request: reasons that are not the registry's, with the same two
 * sentences as its codes. Never renamed or reused.
 */
public enum GatewayCode {
  /** A parameter or header is wrong. */
  BAD_REQUEST(
      400,
      "请求参数不正确；请按说明修正。",
      "A parameter or header of the request is wrong: correct it as the detail says."),
  /** A token is needed. */
  TOKEN_MISSING(
      401,
      "此内容不公开；请用主体的密钥签署访问令牌。",
      "This is not public: send a token that the participant's key has signed."),
  /** The token is not accepted. */
  TOKEN_INVALID(
      401,
      "访问令牌无效、过期或已用过；请重新签署。",
      "The token is not valid, out of date or used before: sign a new one."),
  /** The token's participant may not see this. */
  FORBIDDEN(
      403,
      "该主体无权查看此内容；请用有权主体的密钥签署令牌。",
      "The participant that signed the token may not see this: sign with the key of one that may."),
  /** There is nothing here. */
  NOT_FOUND(404, "没有此内容；请核对地址或编号。", "There is nothing under this address: check address and id."),
  /** The method does not fit the address. */
  METHOD_NOT_ALLOWED(
      405,
      "此地址不支持该请求方法；请改用 Allow 所列的方法。",
      "This address does not take this method: use one of the header Allow."),
  /** None of the formats asked for is offered. */
  NOT_ACCEPTABLE(
      406,
      "不提供所要求的格式；请改用 application/json。",
      "None of the formats asked for is offered: ask for application/json."),
  /** The body's type is not taken. */
  UNSUPPORTED_MEDIA_TYPE(
      415,
      "不支持该内容类型；指令请用 application/jose。",
      "This content type is not taken: send instructions as application/jose."),
  /** Rows of a file are wrong. */
  ROWS_REFUSED(
      422,
      "文件中有错误，未保存任何内容；请按 problems 逐项修正。",
      "The file has errors and nothing was stored: correct each of problems."),
  /** The sender is too fast. */
  TOO_MANY_REQUESTS(
      429,
      "请求过于频繁；请在 Retry-After 所示的秒数后重试。",
      "Too many requests: try again after the seconds that Retry-After says."),
  /** Too many of a participant's instructions were refused, or are not final yet. */
  REFUSAL_QUOTA(
      429,
      "该主体被拒绝或尚无结果的指令过多；请改正后，在 Retry-After 所示的秒数后再发送。",
      "Too many of the participant's instructions were refused or have no outcome yet: correct what"
          + " is wrong, and send again after the seconds that Retry-After says."),
  /** The body came too slowly. */
  TOO_SLOW(
      408,
      "请求正文发送过慢；请检查网络后重新发送。",
      "The body of the request came too slowly: check the connection and send it again."),
  /** The database worked at a question for longer than it may. */
  QUERY_TOO_LONG(
      503,
      "该查询耗时过长，已被中止；请缩小范围（如日期、行政区划）后再查询。",
      "The question took too long to answer and was given up: ask for less, e.g. fewer days or one division."),
  /** Not enough organisations' peers vouch for a record, or not for the same. */
  OFFICES_DO_NOT_VOUCH(
      503,
      "过半数机构的节点现在没有给出一致的证明，无法出具证书；请稍后重试。",
      "The peers of more than half of the organisations do not vouch for the same at present, so that"
          + " there is no certificate: try again later."),
  /** The bytes are not those of the hash. */
  DOCUMENT_DIFFERS(
      422,
      "收到的文件与地址中的 SHA-256 不符，未保存；请重新计算摘要后原样发送该文件。",
      "The file that came is not the one that the SHA-256 of the address names, and was not stored:"
          + " send that very file, or use the address of its own digest."),
  /** No record names the document, or none that concerns the sender. */
  DOCUMENT_NOT_NAMED(
      409,
      "账本上没有与该主体有关的记录载明此文件；请先发送载明其摘要的指令，并由有关主体存放。",
      "No record of the ledger that concerns the participant names this document: send the"
          + " instruction that names it first, and sign as somebody whom it concerns."),
  /** The file is of no type that is kept. */
  DOCUMENT_TYPE_REFUSED(
      415,
      "不接收该类型的文件；请改用 PDF、PNG、JPEG、CSV、XLSX、GeoJSON、KML 或 ZIP。",
      "Files of this type are not kept: send PDF, PNG, JPEG, CSV, XLSX, GeoJSON, KML or ZIP."),
  /** A scanner has found something in the file. */
  DOCUMENT_SUSPICIOUS(
      422,
      "安全扫描认为该文件有害，未保存；请检查产生该文件的计算机。",
      "The scanner holds the file to be harmful and it was not stored: check the computer that made"
          + " it."),
  /** The scanner that is set does not answer. */
  SCANNER_AWAY(
      503,
      "本网关的安全扫描没有应答，暂不接收文件；请稍后重试或改用其他网关。",
      "This gateway's scanner does not answer and no files are taken: try again later, or use"
          + " another gateway."),
  /** The participant has stored as much as it may. */
  DOCUMENT_QUOTA(
      429,
      "该主体存放的文件已达上限；请明日再存，或请主管部门提高上限。",
      "The participant has stored as many files as it may: try again tomorrow, or ask the office for"
          + " more."),
  /** The gateway keeps as much as it may. */
  DOCUMENTS_FULL(
      503,
      "本网关存放的文件已达上限；请改用其他网关。",
      "This gateway keeps as many files as it may: use another gateway."),
  /** The file is not here. */
  DOCUMENT_NOT_HELD(
      404,
      "账本载明此文件，本网关没有其内容；请改用持有它的网关，或请有关主体存放。",
      "The ledger names this document and this gateway does not have the file: use a gateway that"
          + " has it, or ask those whom it concerns to store it."),
  /** The file is not what it was when it was stored. */
  DOCUMENT_DAMAGED(
      500,
      "本网关磁盘上的该文件已被改动或损坏，不予提供；请改用其他网关，并告知其运维人员。",
      "The file on this gateway's disk is not what it was and is not shown: use another gateway, and"
          + " tell whoever runs this one."),
  /** Nothing is sent to this address. */
  WEBHOOK_ADDRESS_REFUSED(
      422,
      "不向该地址推送；请改用公网可达的 https 地址。",
      "Nothing is sent to this address: use one of https that the public Internet reaches."),
  /** There are as many subscriptions as there may be. */
  WEBHOOK_QUOTA(
      429,
      "推送订阅已达上限；请先删除不用的订阅，或改用其他网关。",
      "There are as many subscriptions as there may be: use another gateway, or delete one that"
          + " is not needed."),
  /** There is no room in the data directory. */
  DISK_FULL(
      503,
      "本网关的磁盘已满，暂不接收指令；请稍后重试或改用其他网关。",
      "This gateway's disk is full and it takes no instructions: try again later, or use another"
          + " gateway."),
  /** The gateway's setting keeps no more of what is so old. */
  LET_GO(
      410,
      "本网关按其设置不再保存这一较早的内容；请改用其他网关，或从区块中读取。",
      "By its setting this gateway keeps no more of what is so old: ask another gateway, or read it"
          + " from the blocks."),
  /** The ledger behind the gateway is not the one that it was. */
  LEDGER_IN_DOUBT(
      503,
      "本网关所连账本缺少或不同于此前的区块，暂不接收指令；请改用其他网关。",
      "The ledger behind this gateway lacks blocks that it had, or has others, and no instructions"
          + " are taken: use another gateway.");

  private final int status;
  private final String zh;
  private final String en;

  GatewayCode(int status, String zh, String en) {
    this.status = status;
    this.zh = zh;
    this.en = en;
  }

  /** The HTTP status of the answer. */
  public int status() {
    return status;
  }

  /** What happened and what to do, in Chinese. */
  public String zh() {
    return zh;
  }

  /** What happened and what to do, in English. */
  public String en() {
    return en;
  }

  /** Whether the same request can succeed later. */
  public boolean isSafeToRetry() {
    return switch (this) {
      case TOO_MANY_REQUESTS, REFUSAL_QUOTA, TOO_SLOW, SCANNER_AWAY, DISK_FULL, LEDGER_IN_DOUBT ->
          true;
      default -> false;
    };
  }
}
