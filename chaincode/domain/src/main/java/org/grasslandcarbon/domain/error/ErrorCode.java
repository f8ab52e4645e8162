// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.error;

/**
 * Why something was refused: stable codes, each with a sentence in Chinese and in English that
 * tells the person what to do next.
 *
 * <p>The common codes come first, in the order in which every instruction is checked; of the others
 * each action lists its own in the order of its checks. Codes are never renamed or reused. {@code
 * docs/reference/errors.md} has an anchor for each.
 */
public enum ErrorCode {
  // Common checks of every instruction, in the order in which they are made.
  /**
   * The instruction or its arguments are not well formed: correct them as the detail says and sign
   * again.
   */
  MALFORMED(
      "指令或参数的格式不正确；请按说明修正后用新的编号重新签署。",
      "The instruction or its arguments are not well formed: correct them as the detail says and sign again."),
  /** A size limit is exceeded: make it smaller or send it in parts. */
  TOO_LARGE(
      "超过了大小限制；请减小内容或分多次提交。", "A size limit is exceeded: make it smaller or send it in parts."),
  /** There is no such action: see the list of actions. */
  UNKNOWN_ACTION("没有这种指令；请查阅指令目录。", "There is no such action: see the list of actions."),
  /** The ledger does not know this participant: its regional office must admit it first. */
  UNKNOWN_PARTICIPANT(
      "账本上没有该主体；请先由所在地主管部门接纳。",
      "The ledger does not know this participant: its regional office must admit it first."),
  /** The signature does not match a key registered for this participant: check which key signed. */
  BAD_SIGNATURE(
      "签名与该主体登记的任何公钥都不符；请检查所用密钥。",
      "The signature does not match a key registered for this participant: check which key signed."),
  /** An instruction with this id already has an outcome: the first outcome stands. */
  DUPLICATE(
      "该编号的指令已有结果；首次结果有效。",
      "An instruction with this id already has an outcome: the first outcome stands."),
  /** The key that signed has been revoked: sign with another active key. */
  KEY_REVOKED(
      "签名所用的密钥已被撤销；请使用其他有效密钥。",
      "The key that signed has been revoked: sign with another active key."),
  /** The instruction's notAfter has passed: sign a new one with a new id. */
  EXPIRED(
      "指令的有效期（notAfter）已过；请用新的编号重新签署。",
      "The instruction's notAfter has passed: sign a new one with a new id."),
  /** notAfter may be at most 24 hours ahead: choose a nearer time. */
  NOT_AFTER_TOO_FAR(
      "notAfter 不得晚于提交后 24 小时；请改用更近的时间。",
      "notAfter may be at most 24 hours ahead: choose a nearer time."),
  /** This participant is suspended: ask its office. */
  PARTICIPANT_SUSPENDED("该主体已被暂停；请联系主管部门。", "This participant is suspended: ask its office."),
  /** This participant's role or region does not permit the action. */
  NOT_ALLOWED(
      "该主体的角色或所属地区无权进行此操作。", "This participant's role or region does not permit the action."),
  /**
   * Refused, and so many of the participant's instructions were refused in this hour that no more
   * are journaled: correct the instruction as the detail says; its id is still free.
   */
  TOO_MANY_REFUSALS(
      "指令被拒绝；该主体本小时被拒绝的指令过多，不再记入账本。请按说明修正，编号仍可使用。",
      "Refused, and so many of the participant's instructions were refused in this hour that no more are journaled: correct the instruction as the detail says; its id is still free."),
  // The ledger as a whole.
  /** The registry has not been founded yet: its organisations must send the founding document. */
  NOT_FOUNDED(
      "注册登记系统尚未创立。",
      "The registry has not been founded yet: its organisations must send the founding document."),
  /** The registry is already founded, which happens once. */
  ALREADY_FOUNDED("注册登记系统已经创立，只能创立一次。", "The registry is already founded, which happens once."),
  /**
   * The transaction's time is more than five minutes from the endorser's clock: set the clocks and
   * try again.
   */
  CLOCK_SKEW(
      "交易时间与背书节点的时钟相差超过五分钟；请校准时钟后重试。",
      "The transaction's time is more than five minutes from the endorser's clock: set the clocks and try again."),
  /** The system is busy: try again shortly. */
  OVERLOADED("系统繁忙；请稍后重试。", "The system is busy: try again shortly."),
  // Participants, keys, accreditation, calendar, regions.
  /** This participant is already admitted. */
  ALREADY_ADMITTED("该主体已经登记。", "This participant is already admitted."),
  /**
   * The unified social credit code fails its check character: correct it; an early legacy code is
   * admitted first, with the reason.
   */
  BAD_CREDIT_CODE(
      "统一社会信用代码的校验码不正确；请核对，确属早期例外的须先说明理由并接纳该主体。",
      "The unified social credit code fails its check character: correct it; an early legacy code is admitted first, with the reason."),
  /** There is no such region, or it is not valid today. */
  UNKNOWN_REGION("没有该行政区划代码，或其在当日无效。", "There is no such region, or it is not valid today."),
  /** These roles must not be held by one participant. */
  ROLE_CONFLICT("这些角色不能由同一主体兼任。", "These roles must not be held by one participant."),
  /** There is no such trust anchor on the ledger. */
  UNKNOWN_TRUST_ANCHOR("账本上没有该信任锚。", "There is no such trust anchor on the ledger."),
  /**
   * The certificate chain does not lead to a trust anchor published on the ledger, or is out of
   * date or not for signing.
   */
  BAD_CERTIFICATE(
      "证书链无法追溯到账本公布的信任锚，或已过期、用途不符。",
      "The certificate chain does not lead to a trust anchor published on the ledger, or is out of date or not for signing."),
  /** No such key is registered for the participant. */
  UNKNOWN_KEY("没有为该主体登记此密钥。", "No such key is registered for the participant."),
  /** This public key is already registered and cannot be registered again. */
  KEY_ALREADY_REGISTERED(
      "该公钥已经登记过，不得再次登记。", "This public key is already registered and cannot be registered again."),
  /** The participant has as many keys as is allowed. */
  TOO_MANY_KEYS("该主体登记的密钥已达上限。", "The participant has as many keys as is allowed."),
  /** The last active key of an authority or office cannot be revoked: add another first. */
  LAST_KEY(
      "不能撤销主管部门最后一个有效密钥；请先登记新的密钥。",
      "The last active key of an authority or office cannot be revoked: add another first."),
  /** The participant is not a certifier. */
  NOT_A_CERTIFIER("该主体不是审定与核查机构。", "The participant is not a certifier."),
  /** The record's present state does not allow this. */
  WRONG_STATE("当前状态下不能进行此操作。", "The record's present state does not allow this."),
  /** The working-day calendar of a needed year has not been published. */
  NO_CALENDAR(
      "尚未公布所需年份的工作日历。", "The working-day calendar of a needed year has not been published."),
  /** The calendar does not fit its year, or changes days that have passed. */
  BAD_CALENDAR(
      "工作日历与其年份不符，或与已过去的日期冲突。",
      "The calendar does not fit its year, or changes days that have passed."),
  /**
   * A rule takes effect today or later, and one that has begun is not changed: choose a later day.
   */
  BAD_REGISTRY_RULE(
      "规则须在当日或以后生效，已生效的规则不得更改；请改用更晚的日期。",
      "A rule takes effect today or later, and one that has begun is not changed: choose a later day."),
  // Methodologies.
  /** There is no such methodology version. */
  UNKNOWN_METHODOLOGY("没有该方法学版本。", "There is no such methodology version."),
  /** This methodology version is already published and cannot be changed. */
  METHODOLOGY_EXISTS(
      "该方法学版本已经发布，不得更改。", "This methodology version is already published and cannot be changed."),
  /** This methodology version does not accept new projects today. */
  METHODOLOGY_CLOSED(
      "该方法学版本在当日不接受新项目。", "This methodology version does not accept new projects today."),
  /** The methodology's parameters are incomplete or out of range. */
  BAD_METHODOLOGY(
      "方法学参数不完整或超出合理范围。", "The methodology's parameters are incomplete or out of range."),
  // Projects.
  /** There is no such project. */
  UNKNOWN_PROJECT("没有该项目。", "There is no such project."),
  /** The project's boundary is not a valid polygon. */
  BAD_BOUNDARY("项目边界不是有效的多边形。", "The project's boundary is not a valid polygon."),
  /** The stated area does not agree with the area of the boundary. */
  AREA_MISMATCH("申报面积与边界计算的面积不符。", "The stated area does not agree with the area of the boundary."),
  /** The strata do not make the choices that the methodology asks for, or name none of its data. */
  BAD_STRATA(
      "分层未按方法学要求选定参数，或数据项不属于该方法学。",
      "The strata do not make the choices that the methodology asks for, or name none of its data."),
  /** As many live projects as is allowed claim land there: ask the office of the region. */
  TOO_MANY_CLAIMS(
      "该处的有效项目数已达上限；请联系所在地主管部门。",
      "As many live projects as is allowed claim land there: ask the office of the region."),
  /** Part of the land belongs to another live project. */
  LAND_ALREADY_CLAIMED("该地块已属于其他有效项目。", "Part of the land belongs to another live project."),
  /** The start date or crediting period does not meet the methodology's terms. */
  START_DATE_NOT_ELIGIBLE(
      "开工日期或计入期不符合方法学要求。",
      "The start date or crediting period does not meet the methodology's terms."),
  /** The certifier holds no accreditation for this methodology today. */
  CERTIFIER_NOT_ACCREDITED(
      "所选机构当日没有该方法学的有效资质。", "The certifier holds no accreditation for this methodology today."),
  /**
   * This author has as many comments on the project as is allowed: put what is missing into writing
   * to the office of its region.
   */
  TOO_MANY_COMMENTS_OF_AUTHOR(
      "该意见人对此项目的意见数已达上限；如有补充，请书面告知所在地主管部门。",
      "This author has as many comments on the project as is allowed: put what is missing into writing to the office of its region."),
  /** The project has as many comments as is allowed. */
  TOO_MANY_COMMENTS("该项目的公众意见已达上限。", "The project has as many comments as is allowed."),
  /** The publicity period is over: comments are no longer taken. */
  PUBLICITY_OVER("公示期已结束，不再接受意见。", "The publicity period is over: comments are no longer taken."),
  /** The publicity period is not over yet. */
  PUBLICITY_NOT_OVER(
      "公示期尚未结束；末日见详情，请在其后提交。",
      "The publicity period is not over yet: act after its last day, which the detail gives."),
  /** Not every comment has been answered. */
  COMMENTS_UNANSWERED("尚有公众意见未答复。", "Not every comment has been answered."),
  /** Only the certifier that the project chose may validate it. */
  NOT_THE_CHOSEN_CERTIFIER(
      "只有项目选定的机构才能审定。", "Only the certifier that the project chose may validate it."),
  /** The region has used up its project numbers of the year. */
  NUMBERS_EXHAUSTED("该地区本年度的项目编号已用完。", "The region has used up its project numbers of the year."),
  /** A renewal is proposed in the two years before the crediting period ends. */
  RENEWAL_NOT_DUE(
      "续期须在计入期届满前两年内提出。",
      "A renewal is proposed in the two years before the crediting period ends."),
  /** A renewal keeps land, region and start date and follows the present crediting period. */
  BAD_RENEWAL(
      "续期不改变土地、地区和开工日期，新计入期须紧接现计入期。",
      "A renewal keeps land, region and start date and follows the present crediting period."),
  /** The methodology version allows no further or no longer crediting: shorten it, or end it. */
  RENEWAL_LIMIT(
      "计入期的次数或总年数已达方法学上限；请缩短新计入期，或不再续期。",
      "The crediting periods reach the methodology's limit: shorten the new one, or do not renew."),
  /** There is no such renewal. */
  UNKNOWN_RENEWAL("没有该续期申请。", "There is no such renewal."),
  // Monitoring, certification, issuance.
  /** There is no such monitoring report. */
  UNKNOWN_REPORT("没有该监测报告。", "There is no such monitoring report."),
  /** The period is not within a crediting period, or is not over yet: correct its dates. */
  PERIOD_OUTSIDE_CREDITING(
      "所填期间不在同一计入期内，或尚未结束；请更正日期。",
      "The period is not within a crediting period, or is not over yet: correct its dates."),
  /** The monitoring period overlaps an earlier report. */
  PERIOD_OVERLAP("监测期与此前的报告重叠。", "The monitoring period overlaps an earlier report."),
  /** There is an unexplained gap since the previous report. */
  PERIOD_GAP(
      "监测期与上一报告之间有未说明的间隔；请在 gapExplanation 中说明，或从间隔首日起报告。",
      "There is an unexplained gap since the previous report: explain it in gapExplanation, or report from its first day."),
  /** Part of the period lies too long ago to be claimed. */
  CLAIM_TOO_OLD("产生时间过久，已超过可申请的年限。", "Part of the period lies too long ago to be claimed."),
  /** There is no such part of monitoring data, or it is another project's: submit it first. */
  UNKNOWN_MONITORING_DATA(
      "没有该部分监测数据，或其属于其他项目；请先提交。",
      "There is no such part of monitoring data, or it is another project's: submit it first."),
  /** The methodology has no such datum, or has it in another unit. */
  UNKNOWN_DATUM(
      "方法学没有该数据项，或其单位不同。", "The methodology has no such datum, or has it in another unit."),
  /** A datum is outside its plausible range. */
  DATA_OUT_OF_RANGE("监测数据超出合理范围。", "A datum is outside its plausible range."),
  /** The data do not match the project's strata. */
  STRATA_MISMATCH("数据与项目的分层不符。", "The data do not match the project's strata."),
  /** The verifier must not be the body that validated the project. */
  VERIFIER_VALIDATED_PROJECT(
      "核查机构不得是该项目的审定机构。", "The verifier must not be the body that validated the project."),
  /** A finding that must be closed has not been closed. */
  FINDINGS_OPEN("尚有整改要求未关闭。", "A finding that must be closed has not been closed."),
  /** The project is overgrazed and the verification does not address it: add a finding on it. */
  OVERLOAD_NOT_ADDRESSED(
      "项目超载，核查未予说明；请补充关于超载的核查发现。",
      "The project is overgrazed and the verification does not address it: add a finding on it."),
  /** The quantification yields less than one tonne: there is nothing to issue. */
  NOTHING_TO_ISSUE(
      "核算结果不足一吨，没有可签发的减排量。",
      "The quantification yields less than one tonne: there is nothing to issue."),
  /** Only the certifier that verified the report may issue its credits. */
  NOT_THE_VERIFIER(
      "只有核查该报告的机构才能签发。", "Only the certifier that verified the report may issue its credits."),
  // Reversal and the buffer.
  /** The event lies in the future or before the project's start: correct the date. */
  BAD_EVENT_DATE(
      "事件日期晚于当日或早于项目开工；请更正日期。",
      "The event lies in the future or before the project's start: correct the date."),
  /** The project has as many unsettled reversals as is allowed: have one settled first. */
  TOO_MANY_REVERSALS(
      "该项目尚未结案的逆转事件已达上限；请先结案一起。",
      "The project has as many unsettled reversals as is allowed: have one settled first."),
  /** There is no such reversal of this project. */
  UNKNOWN_REVERSAL("该项目没有此逆转事件。", "There is no such reversal of this project."),
  /** More cannot be lost than was issued and not lost before: state credited tonnes only. */
  LOSS_EXCEEDS_ISSUED(
      "损失不得超过已签发且尚未核定损失的数量；只计已签发的减排量。",
      "More cannot be lost than was issued and not lost before: state credited tonnes only."),
  /** A verified loss exceeded the project's buffer: the owner makes the shortfall good first. */
  REVERSAL_SHORTFALL(
      "经核定的损失超过项目缓冲量；须由项目业主先补足差额。",
      "A verified loss exceeded the project's buffer: the owner makes the shortfall good first."),
  /** The project's shortfall is smaller than that: cancel at most what is missing. */
  EXCEEDS_SHORTFALL(
      "超过项目尚缺的差额；取消数量不得超过差额。",
      "The project's shortfall is smaller than that: cancel at most what is missing."),
  /** The project's crediting period or its monitoring obligation is not over yet. */
  OBLIGATION_NOT_OVER(
      "项目计入期或监测义务期尚未结束。",
      "The project's crediting period or its monitoring obligation is not over yet."),
  // Grass-livestock balance.
  /** The methodology version publishes no sheep units: its authority adds them in a new version. */
  NO_STOCKING_STANDARD(
      "方法学版本未公布羊单位标准；请由主管部门在新版本中补充。",
      "The methodology version publishes no sheep units: its authority adds them in a new version."),
  // Credits.
  /** There is no such batch. */
  UNKNOWN_BATCH("没有该批次。", "There is no such batch."),
  /** There is no such freeze. */
  UNKNOWN_FREEZE("没有该冻结记录。", "There is no such freeze."),
  /** There are not enough credits available. */
  INSUFFICIENT_CREDITS("可用的减排量不足。", "There are not enough credits available."),
  /** The recipient is unknown, suspended or may not hold credits. */
  RECIPIENT_NOT_ALLOWED(
      "接收方不存在、已暂停或不得持有减排量。", "The recipient is unknown, suspended or may not hold credits."),
  /** The credits are frozen. */
  CREDITS_FROZEN("相关减排量已被冻结。", "The credits are frozen."),
  /** The holding would fall into too many blocks of serials: move a larger quantity at once. */
  TOO_FRAGMENTED(
      "持有的减排量将被拆成过多的编号段；请一次划转更大的数量。",
      "The holding would fall into too many blocks of serials: move a larger quantity at once."),
  /** The credits may not be used for compliance in this market. */
  NOT_ELIGIBLE_FOR_MARKET(
      "该减排量不能用于该市场的履约抵销。", "The credits may not be used for compliance in this market."),
  /** The market's offset limit is exceeded. */
  OFFSET_LIMIT_EXCEEDED("超过该市场的抵销比例上限。", "The market's offset limit is exceeded."),
  /** Training credits cannot be used for this. */
  TRAINING_CREDITS("练习用减排量不能用于此操作。", "Training credits cannot be used for this."),
  /** The holding is under as many freezes as is allowed: release one first. */
  TOO_MANY_FREEZES(
      "该持有的冻结笔数已达上限；请先解除一笔。",
      "The holding is under as many freezes as is allowed: release one first."),
  /** There is no such record to correct. */
  UNKNOWN_RECORD("没有要更正的记录。", "There is no such record to correct."),
  /** The record has as many corrections as is allowed. */
  TOO_MANY_CORRECTIONS("该记录的更正已达上限。", "The record has as many corrections as is allowed."),
  // Not a rule of the registry: something is broken.
  /**
   * An internal error; nothing was changed and the ledger has no entry of it: report it and send
   * the same again later.
   */
  INTERNAL(
      "系统内部错误，未产生任何效果，账本也未记录；请报告，并可稍后原样重发。",
      "An internal error; nothing was changed and the ledger has no entry of it: report it and send the same again later.");

  private final String zh;
  private final String en;

  ErrorCode(String zh, String en) {
    this.zh = zh;
    this.en = en;
  }

  /** What happened and what to do, in Chinese. */
  public String zh() {
    return zh;
  }

  /** What happened and what to do, in English. */
  public String en() {
    return en;
  }

  /** Whether sending the same signed instruction again later can succeed. */
  public boolean isSafeToRetry() {
    return switch (this) {
      case CLOCK_SKEW, OVERLOADED, INTERNAL, NOT_FOUNDED -> true;
      default -> false;
    };
  }
}
