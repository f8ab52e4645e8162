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
  /** The ledger does not know this participant: have its regional office admit it first. */
  UNKNOWN_PARTICIPANT(
      "账本上没有该主体；请先由所在地主管部门接纳。",
      "The ledger does not know this participant: have its regional office admit it first."),
  /** The signature does not match a key registered for this participant: check which key signed. */
  BAD_SIGNATURE(
      "签名与该主体登记的任何公钥都不符；请检查所用密钥。",
      "The signature does not match a key registered for this participant: check which key signed."),
  /**
   * An instruction with this id already has an outcome, which stands: look it up, and use a new id
   * for anything else.
   */
  DUPLICATE(
      "该编号的指令已有结果，首次结果有效；请查询该结果，其他操作请用新的编号。",
      "An instruction with this id already has an outcome, which stands: look it up, and use a new id for anything else."),
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
  /**
   * This participant's role or region does not permit the action: have it signed by one that may.
   */
  NOT_ALLOWED(
      "该主体的角色或所属地区无权进行此操作；请由有权的主体签署。",
      "This participant's role or region does not permit the action: have it signed by one that may."),
  /**
   * Refused, and so many of the participant's instructions were refused in this hour that no more
   * are journaled: correct the instruction as the detail says; its id is still free.
   */
  TOO_MANY_REFUSALS(
      "指令被拒绝，且该主体本小时被拒绝的指令过多，不再记入账本；请按说明修正，编号仍可使用。",
      "Refused, and so many of the participant's instructions were refused in this hour that no more are journaled: correct the instruction as the detail says; its id is still free."),
  // The ledger as a whole.
  /**
   * The registry has not been founded yet: have its organisations send the founding document, then
   * try again.
   */
  NOT_FOUNDED(
      "注册登记系统尚未创立；请各创立组织先发送创立文件，然后重试。",
      "The registry has not been founded yet: have its organisations send the founding document, then try again."),
  /** The registry is already founded, which happens once: use it as it is. */
  ALREADY_FOUNDED(
      "注册登记系统已经创立，只能创立一次；请直接使用。",
      "The registry is already founded, which happens once: use it as it is."),
  /**
   * The transaction's time is further from the endorser's clock than it tolerates: set the clocks
   * and try again.
   */
  CLOCK_SKEW(
      "交易时间与背书节点的时钟相差过大；请校准时钟后重试。",
      "The transaction's time is too far from the endorser's clock: set the clocks and try again."),
  /** The system is busy: try again shortly. */
  OVERLOADED("系统繁忙；请稍后重试。", "The system is busy: try again shortly."),
  // Participants, keys, accreditation, calendar, regions.
  /** This participant is already admitted: use it as it is, and add keys with addKey. */
  ALREADY_ADMITTED(
      "该主体已经登记；请直接使用，增加密钥请用 addKey。",
      "This participant is already admitted: use it as it is, and add keys with addKey."),
  /**
   * The unified social credit code fails its check character: correct it; an early legacy code is
   * admitted first, with the reason.
   */
  BAD_CREDIT_CODE(
      "统一社会信用代码的校验码不正确；请核对，确属早期例外的须先说明理由并接纳该主体。",
      "The unified social credit code fails its check character: correct it; an early legacy code is admitted first, with the reason."),
  /**
   * There is no such region, or it is not valid today: check the code, or ask the authority to
   * publish it.
   */
  UNKNOWN_REGION(
      "没有该行政区划代码，或其在当日无效；请核对代码，或请国家主管部门公布。",
      "There is no such region, or it is not valid today: check the code, or ask the authority to publish it."),
  /** These roles must not be held by one participant: give them to different ones. */
  ROLE_CONFLICT(
      "这些角色不能由同一主体兼任；请由不同主体分别担任。",
      "These roles must not be held by one participant: give them to different ones."),
  /**
   * There is no such trust anchor on the ledger: check the chain, or ask the authority to publish
   * the anchor.
   */
  UNKNOWN_TRUST_ANCHOR(
      "账本上没有该信任锚；请核对证书链，或请国家主管部门公布该信任锚。",
      "There is no such trust anchor on the ledger: check the chain, or ask the authority to publish the anchor."),
  /**
   * The certificate chain does not lead to a trust anchor published on the ledger, or is out of
   * date or not for signing: use a valid certificate for signing.
   */
  BAD_CERTIFICATE(
      "证书链无法追溯到账本公布的信任锚，或已过期、用途不符；请换用有效的签名证书。",
      "The certificate chain does not lead to a trust anchor published on the ledger, or is out of date or not for signing: use a valid certificate for signing."),
  /** No such key is registered for the participant: check the key's id. */
  UNKNOWN_KEY(
      "没有为该主体登记此密钥；请核对密钥编号。", "No such key is registered for the participant: check the key's id."),
  /** This public key is already registered and cannot be registered again: make a new key. */
  KEY_ALREADY_REGISTERED(
      "该公钥已经登记过，不得再次登记；请生成新的密钥。",
      "This public key is already registered and cannot be registered again: make a new key."),
  /** The participant has as many keys as is allowed: revoke one that is no longer used. */
  TOO_MANY_KEYS(
      "该主体登记的密钥已达上限；请先撤销不再使用的密钥。",
      "The participant has as many keys as is allowed: revoke one that is no longer used."),
  /** The last active key of an authority or office cannot be revoked: add another first. */
  LAST_KEY(
      "不能撤销主管部门最后一个有效密钥；请先登记新的密钥。",
      "The last active key of an authority or office cannot be revoked: add another first."),
  /** The participant is not a certifier: check the id and name one that is. */
  NOT_A_CERTIFIER(
      "该主体不是审定与核查机构；请核对编号，填写具有该角色的主体。",
      "The participant is not a certifier: check the id and name one that is."),
  /**
   * The record's present state does not allow this: look the record up and do what its state
   * allows.
   */
  WRONG_STATE(
      "当前状态下不能进行此操作；请查询该记录的状态，按其进展办理。",
      "The record's present state does not allow this: look the record up and do what its state allows."),
  /**
   * The working-day calendar of a needed year has not been published: ask the authority to publish
   * it.
   */
  NO_CALENDAR(
      "尚未公布所需年份的工作日历；请国家主管部门先行公布。",
      "The working-day calendar of a needed year has not been published: ask the authority to publish it."),
  /**
   * The calendar does not fit its year, or changes days that have passed: correct the days as the
   * detail says.
   */
  BAD_CALENDAR(
      "工作日历与其年份不符，或与已过去的日期冲突；请按说明更正日期。",
      "The calendar does not fit its year, or changes days that have passed: correct the days as the detail says."),
  /**
   * A rule takes effect today or later, and one that has begun is not changed: choose a later day.
   */
  BAD_REGISTRY_RULE(
      "规则须在当日或以后生效，已生效的规则不得更改；请改用更晚的日期。",
      "A rule takes effect today or later, and one that has begun is not changed: choose a later day."),
  // Methodologies.
  /** There is no such methodology version: check its id and version. */
  UNKNOWN_METHODOLOGY(
      "没有该方法学版本；请核对编号和版本号。", "There is no such methodology version: check its id and version."),
  /** This methodology version is already published and cannot be changed: publish a new version. */
  METHODOLOGY_EXISTS(
      "该方法学版本已经发布，不得更改；请以新的版本号发布。",
      "This methodology version is already published and cannot be changed: publish a new version."),
  /**
   * This methodology version takes no new projects or validations today: use a version that is
   * open.
   */
  METHODOLOGY_CLOSED(
      "该方法学版本在当日不接受新项目或审定；请选用开放的版本。",
      "This methodology version takes no new projects or validations today: use a version that is open."),
  /**
   * The methodology's parameters are incomplete or out of range: correct them as the detail says.
   */
  BAD_METHODOLOGY(
      "方法学参数不完整或超出合理范围；请按说明修正后重新发布。",
      "The methodology's parameters are incomplete or out of range: correct them as the detail says."),
  // Projects.
  /** There is no such project: check its id or number. */
  UNKNOWN_PROJECT("没有该项目；请核对项目编号。", "There is no such project: check its id or number."),
  /** There is no such part of a boundary, or it is another participant's: submit it first. */
  UNKNOWN_BOUNDARY_PART(
      "没有该部分边界，或其由其他主体提交；请先提交。",
      "There is no such part of a boundary, or it is another participant's: submit it first."),
  /** The project's boundary is not a valid polygon: correct it as the detail says. */
  BAD_BOUNDARY(
      "项目边界不是有效的多边形；请按说明修正边界。",
      "The project's boundary is not a valid polygon: correct it as the detail says."),
  /** The stated area does not agree with the area of the boundary: correct one of them. */
  AREA_MISMATCH(
      "申报面积与边界计算的面积不符；请更正面积或边界。",
      "The stated area does not agree with the area of the boundary: correct one of them."),
  /**
   * The strata do not make the choices that the methodology asks for, or name none of its data:
   * correct them as the detail says.
   */
  BAD_STRATA(
      "分层未按方法学要求选定参数，或数据项不属于该方法学；请按说明修正分层。",
      "The strata do not make the choices that the methodology asks for, or name none of its data: correct them as the detail says."),
  /**
   * The outlines of the strata are not complete, leave the boundary or overlap: correct them as the
   * detail says.
   */
  BAD_OUTLINE(
      "分层范围不完整、超出项目边界或互相重叠；请按说明修正分层范围。",
      "The outlines of the strata are not complete, leave the boundary or overlap: correct them as the detail says."),
  /** As many live projects as is allowed claim land there: ask the office of the region. */
  TOO_MANY_CLAIMS(
      "该处的有效项目数已达上限；请联系所在地主管部门。",
      "As many live projects as is allowed claim land there: ask the office of the region."),
  /**
   * Part of the land belongs to another live project: leave it out of the boundary, or ask the
   * office of the region.
   */
  LAND_ALREADY_CLAIMED(
      "该地块已属于其他有效项目；请将重叠部分划出边界，或联系所在地主管部门。",
      "Part of the land belongs to another live project: leave it out of the boundary, or ask the office of the region."),
  /**
   * The start date or crediting period does not meet the methodology's terms: correct the dates as
   * the detail says.
   */
  START_DATE_NOT_ELIGIBLE(
      "开工日期或计入期不符合方法学要求；请按说明更正日期。",
      "The start date or crediting period does not meet the methodology's terms: correct the dates as the detail says."),
  /**
   * An ended project on the land has a reversal that is not settled, or a shortfall: have it
   * settled and made good first.
   */
  PREDECESSOR_UNSETTLED(
      "同一地块上已结束的项目尚有未结案的逆转事件或未弥补的差额；请先结案并弥补。",
      "An ended project on the land has a reversal that is not settled, or a shortfall: have it settled and made good first."),
  /**
   * The certifier holds no accreditation for this methodology today: choose one that does, or have
   * it accredited first.
   */
  CERTIFIER_NOT_ACCREDITED(
      "所选机构当日没有该方法学的有效资质；请选择有资质的机构，或先取得资质。",
      "The certifier holds no accreditation for this methodology today: choose one that does, or have it accredited first."),
  /**
   * This author has as many comments on the project as is allowed: send what is missing in writing
   * to the office of its region.
   */
  TOO_MANY_COMMENTS_OF_AUTHOR(
      "该意见人对此项目的意见数已达上限；请将补充内容书面告知所在地主管部门。",
      "This author has as many comments on the project as is allowed: send what is missing in writing to the office of its region."),
  /** The project has as many comments as is allowed: turn to the office of the region. */
  TOO_MANY_COMMENTS(
      "该项目的公众意见已达上限；请向所在地主管部门反映。",
      "The project has as many comments as is allowed: turn to the office of the region."),
  /**
   * The publicity period is over and comments are no longer taken: turn to the office of the
   * region.
   */
  PUBLICITY_OVER(
      "公示期已结束，不再接受意见；请向所在地主管部门反映。",
      "The publicity period is over and comments are no longer taken: turn to the office of the region."),
  /** The publicity period is not over yet: send it after its last day, which the detail gives. */
  PUBLICITY_NOT_OVER(
      "公示期尚未结束；请在详情所示末日之后提交。",
      "The publicity period is not over yet: send it after its last day, which the detail gives."),
  /** Not every comment has been answered: answer each of them. */
  COMMENTS_UNANSWERED(
      "尚有公众意见未答复；请逐条答复后提交。", "Not every comment has been answered: answer each of them."),
  /** Only the certifier that the project chose may validate it: have that one sign. */
  NOT_THE_CHOSEN_CERTIFIER(
      "只有项目选定的机构才能审定；请由该机构签署。",
      "Only the certifier that the project chose may validate it: have that one sign."),
  /** The region has used up its project numbers of the year: register the project next year. */
  NUMBERS_EXHAUSTED(
      "该地区本年度的项目编号已用完；请于下一年度登记。",
      "The region has used up its project numbers of the year: register the project next year."),
  /** A renewal is proposed in the two years before the crediting period ends: send it then. */
  RENEWAL_NOT_DUE(
      "续期须在计入期届满前两年内提出；请在此期间提交。",
      "A renewal is proposed in the two years before the crediting period ends: send it then."),
  /**
   * A renewal keeps land, measured strata, region and start date and follows the present crediting
   * period: correct it as the detail says.
   */
  BAD_RENEWAL(
      "续期不改变土地、实测分层、地区和开工日期，新计入期须紧接现计入期；请按说明更正。",
      "A renewal keeps land, measured strata, region and start date and follows the present crediting period: correct it as the detail says."),
  /** The crediting periods reach the methodology's limit: shorten the new one, or do not renew. */
  RENEWAL_LIMIT(
      "计入期的次数或总年数已达方法学上限；请缩短新计入期，或不再续期。",
      "The crediting periods reach the methodology's limit: shorten the new one, or do not renew."),
  /** There is no such renewal: check its id. */
  UNKNOWN_RENEWAL("没有该续期申请；请核对编号。", "There is no such renewal: check its id."),
  // Monitoring, certification, issuance.
  /** There is no such monitoring report: check its id. */
  UNKNOWN_REPORT("没有该监测报告；请核对编号。", "There is no such monitoring report: check its id."),
  /** The period is not within a crediting period, or is not over yet: correct its dates. */
  PERIOD_OUTSIDE_CREDITING(
      "所填期间不在同一计入期内，或尚未结束；请更正日期。",
      "The period is not within a crediting period, or is not over yet: correct its dates."),
  /** The monitoring period overlaps an earlier report: correct its dates. */
  PERIOD_OVERLAP(
      "监测期与此前的报告重叠；请更正日期。", "The monitoring period overlaps an earlier report: correct its dates."),
  /**
   * There is an unexplained gap since the previous report: explain it in gapExplanation, or report
   * from its first day.
   */
  PERIOD_GAP(
      "监测期与上一报告之间有未说明的间隔；请在 gapExplanation 中说明，或从间隔首日起报告。",
      "There is an unexplained gap since the previous report: explain it in gapExplanation, or report from its first day."),
  /** Part of the period lies too long ago to be claimed: begin the period later. */
  CLAIM_TOO_OLD(
      "产生时间过久，已超过可申请的年限；请推迟监测期的起始日。",
      "Part of the period lies too long ago to be claimed: begin the period later."),
  /** There is no such part of monitoring data, or it is another project's: submit it first. */
  UNKNOWN_MONITORING_DATA(
      "没有该部分监测数据，或其属于其他项目；请先提交。",
      "There is no such part of monitoring data, or it is another project's: submit it first."),
  /**
   * The methodology has no such datum, or has it in another unit: correct it by the methodology's
   * list of data.
   */
  UNKNOWN_DATUM(
      "方法学没有该数据项，或其单位不同；请按方法学的数据清单修正。",
      "The methodology has no such datum, or has it in another unit: correct it by the methodology's list of data."),
  /** A datum is outside its plausible range: check value and unit. */
  DATA_OUT_OF_RANGE(
      "监测数据超出合理范围；请核对数值和单位。", "A datum is outside its plausible range: check value and unit."),
  /** The data do not match the project's strata: add or remove data as the detail says. */
  STRATA_MISMATCH(
      "数据与项目的分层不符；请按说明补充或删除数据。",
      "The data do not match the project's strata: add or remove data as the detail says."),
  /** There is no such sampling of the project: check its id. */
  UNKNOWN_SAMPLING("项目没有该采样记录；请核对采样编号。", "There is no such sampling of the project: check its id."),
  /**
   * This version takes samples as records only: register the sampling and name it in the report.
   */
  SAMPLING_NOT_RECORDED(
      "该方法学版本的样品数据须先登记为采样记录；请登记采样并在报告中引用。",
      "This version takes samples as records only: register the sampling and name it in the report."),
  /** The sampling was not at the time of the period: check the dates, or take another sampling. */
  SAMPLING_OUTSIDE_PERIOD(
      "采样日期与监测期不符；请核对日期，或使用其他采样。",
      "The sampling was not at the time of the period: check the dates, or take another sampling."),
  /** A sampling point does not lie where it must: check its coordinates. */
  POINT_MISPLACED(
      "采样点不在应在的位置；请核对坐标。", "A sampling point does not lie where it must: check its coordinates."),
  /** The laboratory has no accreditation for this: choose one that has. */
  LABORATORY_NOT_ACCREDITED(
      "实验室没有相应的有效资质；请使用有资质的实验室。",
      "The laboratory has no accreditation for this: choose one that has."),
  /** These measurements were reported before: report a sampling of its own. */
  SAMPLING_ALREADY_USED(
      "该采样的测定值已在其他监测报告中使用；请使用新的采样。",
      "These measurements were reported before: report a sampling of its own."),
  /**
   * A report begins with the last verified sampling of each stratum and side: report it as it is.
   */
  SAMPLING_NOT_CONTINUED(
      "期初采样须为该分层上一次核查通过的采样；请原样填报。",
      "A report begins with the last verified sampling of each stratum and side: report it as it is."),
  /** The verifier must not be the body that validated the project: have another one verify. */
  VERIFIER_VALIDATED_PROJECT(
      "核查机构不得是该项目的审定机构；请由其他机构核查。",
      "The verifier must not be the body that validated the project: have another one verify."),
  /** A finding that must be closed has not been closed: close it first. */
  FINDINGS_OPEN(
      "尚有整改要求未关闭；请先关闭后提交。", "A finding that must be closed has not been closed: close it first."),
  /** The project is overgrazed and the verification does not address it: add a finding on it. */
  OVERLOAD_NOT_ADDRESSED(
      "项目超载，核查未予说明；请补充关于超载的核查发现。",
      "The project is overgrazed and the verification does not address it: add a finding on it."),
  /** A flag of the design or report has no answer: add a finding that answers it. */
  FLAG_NOT_ADDRESSED(
      "项目设计或监测报告的合理性提示尚未得到回应；请为每项提示补充审定或核查发现。",
      "A flag of the design or report has no answer: add a finding that answers it."),
  /**
   * The baseline is above the mean of the years before the project, or nothing shows it: give
   * evidence of these years.
   */
  BASELINE_NOT_EVIDENCED(
      "基准线高于项目开始前各年的平均值，或未予证明；请登记这些年份的证明材料，或降低基准线后重新申报。",
      "The baseline is above the mean of the years before the project, or nothing shows it: give evidence of these years."),
  /** There are severe flags that the office has not named as read: see them and name them. */
  FLAG_NOT_READ(
      "有主管部门未列为已阅的严重提示；请阅读并逐项列出。",
      "There are severe flags that the office has not named as read: see them and name them."),
  /**
   * The quantification yields less than one tonne, so that nothing can be issued: report the next
   * period.
   */
  NOTHING_TO_ISSUE(
      "核算结果不足一吨，没有可签发的减排量；请在下一监测期继续报告。",
      "The quantification yields less than one tonne, so that nothing can be issued: report the next period."),
  /** Only the certifier that verified the report may issue its credits: have that one sign. */
  NOT_THE_VERIFIER(
      "只有核查该报告的机构才能签发；请由该机构签署。",
      "Only the certifier that verified the report may issue its credits: have that one sign."),
  // Reversal and the buffer.
  /** The event lies in the future or before the project's start: correct the date. */
  BAD_EVENT_DATE(
      "事件日期晚于当日或早于项目开工；请更正日期。",
      "The event lies in the future or before the project's start: correct the date."),
  /** The project has as many unsettled reversals as is allowed: have one settled first. */
  TOO_MANY_REVERSALS(
      "该项目尚未结案的逆转事件已达上限；请先结案一起。",
      "The project has as many unsettled reversals as is allowed: have one settled first."),
  /** There is no such reversal of this project: check its id. */
  UNKNOWN_REVERSAL("该项目没有此逆转事件；请核对编号。", "There is no such reversal of this project: check its id."),
  /** More cannot be lost than was issued and not lost before: state credited tonnes only. */
  LOSS_EXCEEDS_ISSUED(
      "损失不得超过已签发且尚未核定损失的数量；请只计已签发的减排量。",
      "More cannot be lost than was issued and not lost before: state credited tonnes only."),
  /**
   * A verified loss exceeded the project's buffer: have the owner make the shortfall good first.
   */
  REVERSAL_SHORTFALL(
      "经核定的损失超过项目缓冲量；请项目业主先补足差额。",
      "A verified loss exceeded the project's buffer: have the owner make the shortfall good first."),
  /** The project's shortfall is smaller than that: cancel at most what is missing. */
  EXCEEDS_SHORTFALL(
      "超过项目尚缺的差额；请将取消数量减至差额以内。",
      "The project's shortfall is smaller than that: cancel at most what is missing."),
  /**
   * The project's crediting period or its monitoring obligation is not over yet: send it after the
   * last day.
   */
  OBLIGATION_NOT_OVER(
      "项目计入期或监测义务期尚未结束；请在期满后提交。",
      "The project's crediting period or its monitoring obligation is not over yet: send it after the last day."),
  // Grass-livestock balance.
  /**
   * The methodology version publishes no sheep units: ask the authority to add them in a new
   * version.
   */
  NO_STOCKING_STANDARD(
      "方法学版本未公布羊单位标准；请国家主管部门在新版本中补充。",
      "The methodology version publishes no sheep units: ask the authority to add them in a new version."),
  // Credits.
  /** There is no such batch: check its id. */
  UNKNOWN_BATCH("没有该批次；请核对批次编号。", "There is no such batch: check its id."),
  /** There is no such freeze: check its id. */
  UNKNOWN_FREEZE("没有该冻结记录；请核对编号。", "There is no such freeze: check its id."),
  /** There are not enough credits available: ask for less, or obtain more first. */
  INSUFFICIENT_CREDITS(
      "可用的减排量不足；请减少数量，或先取得更多减排量。",
      "There are not enough credits available: ask for less, or obtain more first."),
  /**
   * The recipient is unknown, suspended or may not hold credits: check the recipient and name one
   * that may.
   */
  RECIPIENT_NOT_ALLOWED(
      "接收方不存在、已暂停或不得持有减排量；请核对接收方，填写可持有减排量的主体。",
      "The recipient is unknown, suspended or may not hold credits: check the recipient and name one that may."),
  /** The credits are frozen: ask for less, or have whoever froze them release them. */
  CREDITS_FROZEN(
      "相关减排量已被冻结；请减少数量，或请作出冻结的主体先行解除。",
      "The credits are frozen: ask for less, or have whoever froze them release them."),
  /** The holding would fall into too many blocks of serials: move a larger quantity at once. */
  TOO_FRAGMENTED(
      "持有的减排量将被拆成过多的编号段；请一次划转更大的数量。",
      "The holding would fall into too many blocks of serials: move a larger quantity at once."),
  /**
   * The credits may not be used for compliance in this market: choose another purpose or other
   * credits.
   */
  NOT_ELIGIBLE_FOR_MARKET(
      "该减排量不能用于该市场的履约抵销；请选择其他用途或其他批次。",
      "The credits may not be used for compliance in this market: choose another purpose or other credits."),
  /** The beneficiary of a use for compliance is its holder: give its code. */
  BENEFICIARY_NOT_HOLDER(
      "用于履约时受益方须为持有方本身；请填写其代码。",
      "The beneficiary of a use for compliance is its holder: give its code."),
  /** A cap is a share of what is not recorded: have the office record it with recordObligation. */
  BASE_NOT_RECORDED(
      "抵销上限所依据的基数没有记载；请主管部门用 recordObligation 记载。",
      "A cap is a share of what is not recorded: have the office record it with recordObligation."),
  /** The market's offset limit is exceeded: use less. */
  OFFSET_LIMIT_EXCEEDED("超过该市场的抵销比例上限；请减少数量。", "The market's offset limit is exceeded: use less."),
  /** Training credits cannot be used for this: use credits that are not for practice. */
  TRAINING_CREDITS(
      "练习用减排量不能用于此操作；请使用正式的减排量。",
      "Training credits cannot be used for this: use credits that are not for practice."),
  /** The holding is under as many freezes as is allowed: release one first. */
  TOO_MANY_FREEZES(
      "该持有的冻结笔数已达上限；请先解除一笔。",
      "The holding is under as many freezes as is allowed: release one first."),
  // Cash at settlement banks.
  /** The bank has used this reference before: check the entry that the detail names. */
  BANK_REFERENCE_USED(
      "该行此前已使用过此流水号；请核对详情所示的那一笔。",
      "The bank has used this reference before: check the entry that the detail names."),
  /**
   * The payee is unknown or may not have a cash account: check the payee and give an owner, a
   * trader or the exchange.
   */
  PAYEE_NOT_ALLOWED(
      "收款方不存在或不得开立资金账户；请核对收款方，填写项目业主、交易主体或交易机构。",
      "The payee is unknown or may not have a cash account: check the payee and give an owner, a trader or the exchange."),
  /** The bank's money on the ledger would be more than the ledger counts: make it smaller. */
  CASH_LIMIT(
      "该行在账本上的资金总额将超过账本可计的上限；请减少金额。",
      "The bank's money on the ledger would be more than the ledger counts: make it smaller."),
  /** There is no such deposit at this bank: check its reference. */
  UNKNOWN_DEPOSIT(
      "该行没有此笔入金；请核对流水号。", "There is no such deposit at this bank: check its reference."),
  /** More cannot be taken back than was deposited: state at most the deposit's amount. */
  EXCEEDS_DEPOSIT(
      "冲正金额超过该笔入金；请填写不超过入金的金额。",
      "More cannot be taken back than was deposited: state at most the deposit's amount."),
  /** There is not enough money available: ask for less, or have more paid in first. */
  INSUFFICIENT_CASH(
      "可用资金不足；请减少金额，或先入金。",
      "There is not enough money available: ask for less, or have more paid in first."),
  /** The money is frozen: ask for less, or have whoever froze it release it. */
  CASH_FROZEN(
      "相关资金已被冻结；请减少金额，或请作出冻结的主体先行解除。",
      "The money is frozen: ask for less, or have whoever froze it release it."),
  /** The participant is not a settlement bank: check its id. */
  NOT_A_BANK("该主体不是结算银行；请核对其代码。", "The participant is not a settlement bank: check its id."),
  /**
   * No bank account is bound and confirmed for this: give it with bindBankAccount and have the bank
   * confirm it.
   */
  BANK_ACCOUNT_NOT_BOUND(
      "尚未绑定银行账户或银行尚未确认；请用 bindBankAccount 绑定，并由银行确认。",
      "No bank account is bound and confirmed for this: give it with bindBankAccount and have the bank confirm it."),
  /** The digest is not the one that the participant gave: check account, salt and digest. */
  BANK_ACCOUNT_MISMATCH(
      "摘要与该主体所报的不符；请核对账户、随机数和摘要。",
      "The digest is not the one that the participant gave: check account, salt and digest."),
  /** Money is still at the bank or on its way: have all of it paid out first. */
  CASH_NOT_ZERO(
      "在该行尚有资金或在途款项；请先全部提取并等待银行处理完毕。",
      "Money is still at the bank or on its way: have all of it paid out first."),
  /**
   * The account has as many withdrawals that wait as is allowed: have the bank answer one first.
   */
  TOO_MANY_WITHDRAWALS(
      "该账户待处理的出金已达上限；请待银行处理后再申请。",
      "The account has as many withdrawals that wait as is allowed: have the bank answer one first."),
  /**
   * The bank's money and the ledger's do not agree, and the rules of a venue stop withdrawals until
   * they do: ask the bank, and send it again once it has attested without a difference.
   */
  WITHDRAWALS_STOPPED(
      "该银行的资金与登记存在未消除的差额，按交易场所规则暂停出金；请联系结算银行，待差额消除后再申请。",
      "The bank's money and the ledger's do not agree, and the rules of a venue stop withdrawals: ask the bank, and send it again once they agree."),
  /** There is no such withdrawal: check its id. */
  UNKNOWN_WITHDRAWAL("没有此笔出金申请；请核对编号。", "There is no such withdrawal: check its id."),
  /** The day is not over yet in Beijing: send it after midnight. */
  DAY_NOT_OVER(
      "所填日期（北京时间）尚未结束；请在次日提交。", "The day is not over yet in Beijing: send it after midnight."),
  /** The ledger does not keep its total of so early a day any more: give a later day. */
  DAY_TOO_EARLY(
      "账本已不再保存该日的资金总额；请改用更晚的日期。",
      "The ledger does not keep its total of so early a day any more: give a later day."),
  /** The bank has attested this day: use correctAttestation if a figure was wrong. */
  ALREADY_ATTESTED(
      "该行已报送该日的对账结果；请在数字有误时用 correctAttestation 更正。",
      "The bank has attested this day: use correctAttestation if a figure was wrong."),
  /** The bank has not attested this day: use attestCash. */
  NOT_ATTESTED(
      "该行尚未报送该日的对账结果；请用 attestCash 报送。", "The bank has not attested this day: use attestCash."),
  /** There is no such venue: check its id. */
  UNKNOWN_VENUE("没有该交易场所；请核对编号。", "There is no such venue: check its id."),
  /** The trading rule is not acceptable: correct it as the detail says. */
  BAD_TRADING_RULE(
      "交易规则不符合要求；请按说明更正。", "The trading rule is not acceptable: correct it as the detail says."),
  /**
   * The instrument is not traded anywhere: check its id, or have a holder propose an opening price.
   */
  UNKNOWN_INSTRUMENT(
      "该标的尚未在任何交易场所开盘；请核对编号，或请持有方提出开盘参考价。",
      "The instrument is not traded anywhere: check its id, or have a holder propose an opening price."),
  /** The instrument belongs to a venue for good: use that venue. */
  INSTRUMENT_OPENED(
      "该标的已在一个交易场所开盘，不能更改；请在该场所交易。", "The instrument belongs to a venue for good: use that venue."),
  /** No such opening price stands as proposed: check the one that does. */
  NO_OPENING_PRICE(
      "没有与此相符的开盘参考价；请核对当前提出的价格。",
      "No such opening price stands as proposed: check the one that does."),
  /** The day cannot be opened: begin a trading day on the day itself. */
  NOT_A_TRADING_DAY(
      "该日不能开市；请选择交易日当天开市。", "The day cannot be opened: begin a trading day on the day itself."),
  /** The instrument cannot be traded now: send it again in trading hours. */
  MARKET_CLOSED(
      "该标的现在不能交易；请在交易时段内重新提交。",
      "The instrument cannot be traded now: send it again in trading hours."),
  /** The instrument has listings of before: close its trading day with closeTradingDay first. */
  BOOK_NOT_CLOSED(
      "该标的的挂牌尚未清退完毕；请先收市（closeTradingDay）。",
      "The instrument has listings of before: close its trading day with closeTradingDay first."),
  /** The instrument is halted: send it again when it is resumed. */
  INSTRUMENT_HALTED(
      "该标的已停牌；请待复牌后再提交。", "The instrument is halted: send it again when it is resumed."),
  /** The price is between two ticks: use one of the nearest. */
  PRICE_OFF_TICK(
      "价格不是最小变动价位的整数倍；请改用说明中最近的价格。", "The price is between two ticks: use one of the nearest."),
  /** The price is outside of the limits: use one within them. */
  PRICE_OUTSIDE_LIMITS(
      "价格超出允许范围；请改用范围内的价格。", "The price is outside of the limits: use one within them."),
  /** The quantity is too small or no multiple of the lot: correct it as the detail says. */
  ORDER_TOO_SMALL(
      "数量过小或不是最小交易单位的整数倍；请按说明更正。",
      "The quantity is too small or no multiple of the lot: correct it as the detail says."),
  /** The quantity or value is too large: use less, or send it in parts. */
  ORDER_TOO_LARGE(
      "数量或金额过大；请减少数量或分次提交。", "The quantity or value is too large: use less, or send it in parts."),
  /** There are as many orders as are taken: send it later, or withdraw a listing first. */
  TOO_MANY_ORDERS(
      "申报笔数已达上限；请稍后提交，或先撤回部分挂牌。",
      "There are as many orders as are taken: send it later, or withdraw a listing first."),
  /** It is too soon after an opposite trade: send it again when the days have passed. */
  OPPOSITE_TRADE_TOO_SOON(
      "与上一次反向交易间隔不足；请待满足间隔后再提交。",
      "It is too soon after an opposite trade: send it again when the days have passed."),
  /** A listing of the other side meets it: use takeListings, or choose another price. */
  WOULD_CROSS(
      "对手方已有可成交的挂牌；请以其价格摘牌，或修改价格。",
      "A listing of the other side meets it: use takeListings, or choose another price."),
  /** The holding would be above the limit: ask for less. */
  HOLDING_LIMIT("持有量将超过上限；请减少数量。", "The holding would be above the limit: ask for less."),
  /** The side of the book is full: choose a better price, or send it later. */
  BOOK_FULL(
      "该方向挂牌已满；请改用更优的价格，或稍后提交。",
      "The side of the book is full: choose a better price, or send it later."),
  /** There is no such listing: check its id. */
  UNKNOWN_LISTING("没有该挂牌；请核对编号。", "There is no such listing: check its id."),
  /** Only its own listings are there to be taken: look for others later. */
  OWN_LISTING(
      "只有本主体自己的挂牌可成交；请等待其他主体挂牌。",
      "Only its own listings are there to be taken: look for others later."),
  /**
   * Not enough is listed within the limit: choose another limit or quantity, or list it yourself.
   */
  NOTHING_TO_TAKE(
      "限价以内没有足够的挂牌；请修改限价或数量，或自行挂牌。",
      "Not enough is listed within the limit: choose another limit or quantity, or list it yourself."),
  /** It would reach too many listings: ask for less, or for a part. */
  TOO_MANY_FILLS(
      "需要摘取的挂牌过多；请减少数量，或允许部分成交。", "It would reach too many listings: ask for less, or for a part."),
  /** Trading hours are not over: have the exchange close the day, or send it again after hours. */
  HOURS_NOT_OVER(
      "交易时段尚未结束；请由交易机构收市，或待时段结束后提交。",
      "Trading hours are not over: have the exchange close the day, or send it again after hours."),
  /** There is no such auction: check its id. */
  UNKNOWN_AUCTION("没有该竞价；请核对编号。", "There is no such auction: check its id."),
  /** The times of the auction are not acceptable: correct them as the detail says. */
  BAD_AUCTION_WINDOW(
      "竞价的时间安排不符合要求；请按说明更正。",
      "The times of the auction are not acceptable: correct them as the detail says."),
  /** The auction takes no bids now: send it in the time for bids. */
  AUCTION_NOT_OPEN(
      "该竞价现在不接受报价；请在报价时间内提交。", "The auction takes no bids now: send it in the time for bids."),
  /** The auction can still be opened: send it again when that is over. */
  AUCTION_NOT_LAPSED(
      "该竞价尚可公告；请待逾期后再提交。", "The auction can still be opened: send it again when that is over."),
  /** Nobody bids in its own auction: leave that to others. */
  OWN_AUCTION("不能在本主体申请的竞价中报价；请由其他主体报价。", "Nobody bids in its own auction: leave that to others."),
  /** The participant's bid stands as it was placed: leave it so and reveal it in time. */
  BID_ALREADY_PLACED(
      "本主体在该竞价中已有报价，不能更改；请在揭示时间内揭示该报价。",
      "The participant's bid stands as it was placed: leave it so and reveal it in time."),
  /** The auction has as many bids as are taken: look for another one. */
  AUCTION_FULL(
      "该竞价的报价笔数已达上限；请等待其他竞价。", "The auction has as many bids as are taken: look for another one."),
  /** The ceiling is not what the auction takes: correct it as the detail says. */
  BAD_BID_CEILING(
      "报价的上限与该竞价不符；请按说明更正。",
      "The ceiling is not what the auction takes: correct it as the detail says."),
  /** The participant has no bid in the auction: check the auction's id. */
  UNKNOWN_BID(
      "本主体在该竞价中没有报价；请核对竞价编号。",
      "The participant has no bid in the auction: check the auction's id."),
  /** Bids of the auction are not revealed now: send it in the time for revealing. */
  REVEAL_NOT_OPEN(
      "该竞价现在不接受揭示；请在揭示时间内提交。",
      "Bids of the auction are not revealed now: send it in the time for revealing."),
  /** The bid has been revealed: leave it so until the auction is closed. */
  BID_ALREADY_REVEALED(
      "该报价已揭示；请等待竞价结束。", "The bid has been revealed: leave it so until the auction is closed."),
  /** Price, quantity or salt are not what was sealed: check them and send what was. */
  BID_DOES_NOT_MATCH(
      "价格、数量或盐值与所密封的不符；请核对后提交所密封的内容。",
      "Price, quantity or salt are not what was sealed: check them and send what was."),
  /** The bid does not meet the reserve price and cannot win: see that price before the next bid. */
  BID_BEYOND_RESERVE(
      "报价未达到保留价，不能中标；请在下次报价前查看保留价。",
      "The bid does not meet the reserve price and cannot win: see that price before the next bid."),
  /** The bid is above its ceiling and cannot win: set a higher one with the next bid. */
  BID_ABOVE_CEILING(
      "报价超出为其设定的上限，不能中标；请在下次报价时设定足够的上限。",
      "The bid is above its ceiling and cannot win: set a higher one with the next bid."),
  /** Bids can still be revealed: send it again when that is over. */
  REVEAL_NOT_OVER(
      "揭示时间尚未结束；请待结束后再提交。", "Bids can still be revealed: send it again when that is over."),
  // Blocks, benefits, invoices and cancelled trades.
  /** There is no such offer: check its id. */
  UNKNOWN_OFFER("没有该报价；请核对编号。", "There is no such offer: check its id."),
  /** An offer ends in the future, within the days of the rule: choose another last instant. */
  BAD_OFFER_TERM(
      "报价的最后时刻须在将来，且不超过规则规定的天数；请改用其他时刻。",
      "An offer ends in the future, within the days of the rule: choose another last instant."),
  /** The other party is unknown, suspended, no owner or trader, or oneself: choose another. */
  COUNTERPARTY_NOT_ALLOWED(
      "对手方不存在、已暂停、不是项目业主或交易主体，或为本主体自己；请选择其他对手方。",
      "The other party is unknown, suspended, no owner or trader, or oneself: choose another."),
  /** The offer's last instant has passed: have a new one made. */
  OFFER_OVER("报价已过最后时刻；请对方重新报价。", "The offer's last instant has passed: have a new one made."),
  /**
   * The offer's last instant has not passed: send it again afterwards, or have whoever made the
   * offer withdraw it.
   */
  OFFER_NOT_OVER(
      "报价尚未过最后时刻；请在此之后提交，或由报价方撤回。",
      "The offer's last instant has not passed: send it again afterwards, or have whoever made the offer withdraw it."),
  /**
   * The batch is missing, or not of what is traded: give a batch of the instrument when selling,
   * and none when buying.
   */
  WRONG_BATCH(
      "未填写批次，或批次与交易标的不符；请在卖出时填写该标的的批次，买入时不填。",
      "The batch is missing, or not of what is traded: give a batch of the instrument when selling, and none when buying."),
  /** What is set aside does not cover the fees of the day: have a new offer made. */
  OFFER_NOT_COVERED(
      "报价所备资金不足以支付当日手续费；请对方重新报价。",
      "What is set aside does not cover the fees of the day: have a new offer made."),
  /** Nothing is owed to the line at this bank: check project, line and bank. */
  NOTHING_OWED(
      "该行没有应付该分成项的款项；请核对项目、分成项和银行。",
      "Nothing is owed to the line at this bank: check project, line and bank."),
  /** There is no such trade: check instrument and number. */
  UNKNOWN_TRADE("没有该笔成交；请核对标的和成交编号。", "There is no such trade: check instrument and number."),
  /** The trade's day is over: ask the authority, which can transfer by a legal document. */
  TRADE_DAY_OVER(
      "该笔成交的交易日已结束；请联系国家主管部门，由其依法律文书划转。",
      "The trade's day is over: ask the authority, which can transfer by a legal document."),
  /**
   * What changed hands is not where the trade left it: ask the authority what is to become of it.
   */
  TRADE_NOT_REVERSIBLE(
      "成交的减排量或资金已不在原处；请联系国家主管部门处理。",
      "What changed hands is not where the trade left it: ask the authority what is to become of it."),
  // Forwards.
  /** The venue's rule has no forwards: choose another way of trading, or another venue. */
  NO_FORWARDS(
      "该交易场所的规则未开展远期；请选择其他交易方式或场所。",
      "The venue's rule has no forwards: choose another way of trading, or another venue."),
  /** There is no such forward: check its id. */
  UNKNOWN_FORWARD("没有该远期；请核对编号。", "There is no such forward: check its id."),
  /**
   * The part payment, the delivery day or the days for paying are not within the rule: correct them
   * as the detail says.
   */
  BAD_FORWARD_TERMS(
      "预付比例、交付日或付款期限不符合规则；请按说明修改。",
      "The part payment, the delivery day or the days for paying are not within the rule: correct them as the detail says."),
  /**
   * Only the owner of a registered project sells its tonnes forward: check side and counterparty.
   */
  SELLER_NOT_OWNER(
      "只有已登记项目的业主可以远期卖出该项目的减排量；请核对买卖方向和对手方。",
      "Only the owner of a registered project sells its tonnes forward: check side and counterparty."),
  /**
   * As many forwards of the project and year are open as can be: send it again when one has ended.
   */
  TOO_MANY_FORWARDS(
      "该项目该年份未了结的远期已达上限；请待其中一笔了结后再提交。",
      "As many forwards of the project and year are open as can be: send it again when one has ended."),
  /** This is more than the owner is expected to get of the project's year: choose fewer tonnes. */
  FORWARD_BEYOND_EXPECTED(
      "超过该项目该年份预计归业主的减排量；请减少数量。",
      "This is more than the owner is expected to get of the project's year: choose fewer tonnes."),
  /** The last instant of the forward's payment has passed: have one of the two end it. */
  FORWARD_OVER(
      "远期已过付款的最后时刻；请双方之一宣告违约。",
      "The last instant of the forward's payment has passed: have one of the two end it."),
  /** The last instant of the forward's payment has not passed: send it again afterwards. */
  FORWARD_NOT_OVER(
      "远期尚未过付款的最后时刻；请在此之后提交。",
      "The last instant of the forward's payment has not passed: send it again afterwards."),
  /** No credits are set aside for the forward: send it again after an issuance. */
  NOTHING_TO_DELIVER(
      "尚无为该远期备付的减排量；请待签发后再提交。",
      "No credits are set aside for the forward: send it again after an issuance."),
  // Offsets.
  /** There is no such market: check its id, or have its office publish an offset rule. */
  UNKNOWN_MARKET(
      "没有该市场；请核对编号，或请其主管部门公布抵销规则。",
      "There is no such market: check its id, or have its office publish an offset rule."),
  /** No such enterprise may hold credits: check its code, or have it admitted. */
  UNKNOWN_ENTERPRISE(
      "没有可持有减排量的该企业；请核对代码，或先接纳该主体。",
      "No such enterprise may hold credits: check its code, or have it admitted."),
  /** The offset rule is not acceptable: correct it as the detail says. */
  BAD_OFFSET_RULE(
      "抵销规则不符合要求；请按说明更正。", "The offset rule is not acceptable: correct it as the detail says."),
  // Supervision.
  /** There is no such case: check its id. */
  UNKNOWN_SUPERVISION_CASE("没有该案件；请核对编号。", "There is no such case: check its id."),
  /** The case has as many notes as is allowed: close it and keep the rest in a file. */
  TOO_MANY_NOTES(
      "案件记录已达上限；请结案，其余内容另存文件。",
      "The case has as many notes as is allowed: close it and keep the rest in a file."),
  // Coordination between regions.
  /** The criteria contradict themselves or earlier ones: correct them as the detail says. */
  BAD_CRITERIA(
      "考核标准自相矛盾或与已公布的标准不符；请按说明修正。",
      "The criteria contradict themselves or earlier ones: correct them as the detail says."),
  /** No criteria hold for this year yet: ask the authority to publish them. */
  NO_CRITERIA(
      "该年度尚无考核标准；请由国家主管部门公布。",
      "No criteria hold for this year yet: ask the authority to publish them."),
  /** The year is not over: choose one that is. */
  YEAR_NOT_OVER("该年度尚未结束；请选择已结束的年度。", "The year is not over: choose one that is."),
  /** The year has not begun: report it when it has. */
  YEAR_NOT_BEGUN("该年度尚未开始；请待其开始后填报。", "The year has not begun: report it when it has."),
  /** The day is still to come: report it when it has come. */
  DAY_NOT_REACHED("该日期尚未到来；请待其到来后填报。", "The day is still to come: report it when it has come."),
  /** The criteria have no such indicator: see those that hold. */
  UNKNOWN_INDICATOR(
      "考核标准中没有该指标；请查阅现行标准。", "The criteria have no such indicator: see those that hold."),
  /** The indicator cannot have this value: check it and its unit. */
  VALUE_OUT_OF_RANGE(
      "指标值超出允许范围；请核对数值和单位。", "The indicator cannot have this value: check it and its unit."),
  /** The ledger computes this indicator itself: leave it out. */
  COMPUTED_INDICATOR("该指标由账本计算；请删去该项。", "The ledger computes this indicator itself: leave it out."),
  /** There is no such goal or task: check its id and number. */
  UNKNOWN_TASK("没有该目标或任务；请核对编号。", "There is no such goal or task: check its id and number."),
  /** The task is reported as done already: see the first report. */
  TASK_DONE("该任务已报告完成；请查阅首次报告。", "The task is reported as done already: see the first report."),
  /** The task is reported as done before its goal was decided: correct the day. */
  TASK_NOT_BEGUN(
      "任务完成日期早于目标决定之日；请修正日期。",
      "The task is reported as done before its goal was decided: correct the day."),
  /** The assessor must not belong to the assessed region: have another one assess. */
  NOT_INDEPENDENT(
      "评估机构不得属于被评估地区；请由其他机构评估。",
      "The assessor must not belong to the assessed region: have another one assess."),
  /** The authority has not assigned the assessor to this region and year: ask it. */
  NOT_ASSIGNED(
      "国家主管部门未指定该机构评估该地区该年度；请申请指定。",
      "The authority has not assigned the assessor to this region and year: ask it."),
  /**
   * This region's year is assessed, and again only after an appeal was upheld: submit an appeal in
   * time.
   */
  ALREADY_ASSESSED(
      "该地区该年度已评估，申诉成立后方可由其他机构重新评估；请在期限内提出申诉。",
      "This region's year is assessed, and again only after an appeal was upheld: submit an appeal in time."),
  /** The proposed target is not one for a later year, or is there twice: correct the proposals. */
  BAD_PROPOSAL(
      "建议的目标不是以后年度的，或重复列出；请修正。",
      "The proposed target is not one for a later year, or is there twice: correct the proposals."),
  /** What the year is judged by is not all said yet: begin when it is, or on the day named. */
  ASSESSED_TOO_EARLY(
      "评估该年度所依据的指标尚未全部填报；请待其填报后，或自所示日期起评估。",
      "What the year is judged by is not all said yet: begin when it is, or on the day named."),
  // Goals of regions.
  /** There is no such goal: check its id. */
  UNKNOWN_GOAL("没有该目标；请核对编号。", "There is no such goal: check its id."),
  /** There is no such assessment: check its id. */
  UNKNOWN_ASSESSMENT("没有该评估；请核对编号。", "There is no such assessment: check its id."),
  /** A day of the goal is too early or too late: choose another as the detail says. */
  BAD_GOAL_DAYS(
      "目标中的日期过早或过晚；请按说明更正。",
      "A day of the goal is too early or too late: choose another as the detail says."),
  /** The year of a target is over: use the present one or a later one. */
  TARGET_YEAR_OVER(
      "指标年度已经过去；请填写当年或以后的年度。", "The year of a target is over: use the present one or a later one."),
  /**
   * A target for this region, year and indicator is in force: have it revised by a goal that names
   * it.
   */
  TARGET_IN_FORCE(
      "该地区该年度的该项指标已有生效目标；请提出修订，并指明所修订的目标。",
      "A target for this region, year and indicator is in force: have it revised by a goal that names it."),
  /**
   * The region has as many targets of the year as can be: set them for fewer indicators, or for the
   * regions between first.
   */
  TOO_MANY_TARGETS(
      "该地区该年度的目标已达上限；请合并目标，或先为其间的地区设定目标。",
      "The region has as many targets of the year as can be: set them for fewer indicators, or for the regions between first."),
  /** The proposer has as many open goals as is allowed: have one decided first. */
  TOO_MANY_GOALS(
      "该主体未决定的目标已达上限；请先将其中一个提请决定。",
      "The proposer has as many open goals as is allowed: have one decided first."),
  /**
   * What is for practice and what counts do not stand in one goal: choose goals, assessments and
   * projects of the kind that the criteria of today judge.
   */
  NOT_OF_PRACTICE(
      "练习与正式的目标、评估、项目不得混用；请选择与今日考核标准同类的目标、评估和项目。",
      "What is for practice and what counts do not stand in one goal: choose goals, assessments and projects of the kind that the criteria of today judge."),
  /**
   * The assessment is not of a region of the goal that is to be revised: see which assessment is.
   */
  REVISION_NOT_OF_REPORT(
      "所引评估与所修订的目标无关；请引用涉及该目标地区的评估。",
      "The assessment is not of a region of the goal that is to be revised: see which assessment is."),
  /**
   * The last day of an appeal has passed: state the objection in the consultation on the next goal.
   */
  APPEAL_OVER(
      "申诉期限已过；请在下一年度的评估中提出。",
      "The last day of an appeal has passed: state the objection in the consultation on the next goal."),
  /** An appeal against this assessment is made: look for what comes of it. */
  ALREADY_APPEALED(
      "该评估已有申诉；请等待申诉的结果。", "An appeal against this assessment is made: look for what comes of it."),
  /** The region is not among those that vote: give a comment instead. */
  REGION_NOT_CONCERNED(
      "该地区不在表决地区之列；请以意见方式提出。", "The region is not among those that vote: give a comment instead."),
  /** The region has voted, which stands: add what is missing as a comment. */
  ALREADY_VOTED(
      "该地区已经表决，不能更改；请以意见方式补充。",
      "The region has voted, which stands: add what is missing as a comment."),
  /** The last day of the consultation has passed: look for the goal's decision. */
  CONSULTATION_OVER(
      "征求意见期已结束；请等待目标的决定。",
      "The last day of the consultation has passed: look for the goal's decision."),
  /**
   * The consultation is not over and votes to come could change its outcome: send it again after
   * the day in the detail.
   */
  CONSULTATION_NOT_OVER(
      "征求意见尚未结束，后续表决仍可能改变结果；请在说明所列日期之后提交。",
      "The consultation is not over and votes to come could change its outcome: send it again after the day in the detail."),
  /**
   * The sender has as many comments on the goal as is allowed: send the rest in one file beside the
   * ledger.
   */
  TOO_MANY_GOAL_COMMENTS(
      "该主体对此目标的意见已达上限；请将其余内容并入文件。",
      "The sender has as many comments on the goal as is allowed: send the rest in one file beside the ledger."),
  // Compensation of herders.
  /** Nothing is recorded of the scheme for this region and year: give the basis as well. */
  UNKNOWN_COMPENSATION(
      "该地区该年度尚无该补偿项目的记录；请同时填写核定依据。",
      "Nothing is recorded of the scheme for this region and year: give the basis as well."),
  /**
   * The scheme's year is recorded for a region above this one, or for regions in it: send it for
   * those, so that nothing counts twice.
   */
  COMPENSATION_ELSEWHERE(
      "该补偿项目该年度已在上级或下级地区记录；请在同一级记录，避免重复计算。",
      "The scheme's year is recorded for a region above this one, or for regions in it: send it for those, so that nothing counts twice."),
  /**
   * The notice publishes no rate of the scheme that holds for the region and year: choose one that
   * does, or ask the authority or the province's office to publish it.
   */
  NO_COMPENSATION_RATE(
      "该通知未公布适用于该地区和年度的补偿标准；请引用有效的通知，或请国家或省级主管部门公布。",
      "The notice publishes no rate of the scheme that holds for the region and year: choose one that does, or ask the authority or the province's office to publish it."),
  /** There is no such payment, or it is withdrawn already: check the document's digest. */
  UNKNOWN_PAYMENT(
      "没有该笔发放，或其已撤销；请核对凭证摘要。",
      "There is no such payment, or it is withdrawn already: check the document's digest."),
  /**
   * A payment with this document is recorded: leave it out, or withdraw the other in the same
   * instruction.
   */
  PAYMENT_ALREADY_RECORDED(
      "该凭证的发放已记录；请删去该笔，或在同一指令中撤销原记录。",
      "A payment with this document is recorded: leave it out, or withdraw the other in the same instruction."),
  // Mandates, notices and cases between regions.
  /**
   * This participant cannot have the function: choose one that holds no credits, for an assessment
   * an assessor.
   */
  MANDATE_NOT_ELIGIBLE(
      "该主体不能承担此职能；请指定不持有减排量且未被暂停的主体，评估须指定评估机构。",
      "This participant cannot have the function: choose one that holds no credits, for an assessment an assessor."),
  /**
   * The term begins in the past or not after the one before it, which only the authority replaces
   * before it begins, or an assessor's is too long: choose other days.
   */
  BAD_MANDATE_TERM(
      "任期始于过去、不晚于上一任期（尚未开始的任期只能由国家主管部门替换），或评估任期过长；请改用其他日期。",
      "The term begins in the past or not after the one before it, which only the authority replaces before it begins, or an assessor's is too long: choose other days."),
  /** The last day of the notice has passed: choose a later one. */
  NOTICE_OVER("通知的终止日期已过；请改用更晚的日期。", "The last day of the notice has passed: choose a later one."),
  /** There is no such notice: check its id. */
  UNKNOWN_NOTICE("没有该通知；请核对编号。", "There is no such notice: check its id."),
  /**
   * The earlier notice is of another kind, region or office, or has been replaced: publish this one
   * on its own.
   */
  NOTICE_NOT_REPLACEABLE(
      "原通知的类型、地区或发布者不同，或已被替代；请单独发布。",
      "The earlier notice is of another kind, region or office, or has been replaced: publish this one on its own."),
  /** The office tells of such a barrier in this region already: give that notice in replaces. */
  BARRIER_ALREADY_TOLD(
      "该主管部门已发布该地区的同类障碍；请在 replaces 中注明原通知，以新通知替代。",
      "The office tells of such a barrier in this region already: give that notice in replaces."),
  /**
   * The publisher has as many open notices as is allowed: publish it in the place of one, or when
   * one has ended.
   */
  TOO_MANY_NOTICES(
      "该主体未结束的通知已达上限；请替代其中一份，或待其结束后再发布。",
      "The publisher has as many open notices as is allowed: publish it in the place of one, or when one has ended."),
  /**
   * The case does not ask for a label on these credits: use the batch and serials that it names.
   */
  LABEL_NOT_ASKED(
      "该案件未申请标记所列减排量；请采用案件中的批次和编号。",
      "The case does not ask for a label on these credits: use the batch and serials that it names."),
  /** Not all of these credits are at the holder's free disposal: check batch and serials. */
  LABEL_NOT_HELD(
      "持有人不能自由处分全部所列减排量；请核对批次和编号。",
      "Not all of these credits are at the holder's free disposal: check batch and serials."),
  /** Some of the credits are set apart for use abroad already: choose others. */
  ALREADY_LABELLED(
      "部分减排量已标记为境外使用；请选择其他减排量。",
      "Some of the credits are set apart for use abroad already: choose others."),
  /** There is no such case: check its id. */
  UNKNOWN_CASE("没有该协同案件；请核对编号。", "There is no such case: check its id."),
  /**
   * The earlier case is open, reopened already, or not the same request of the same sender: ask
   * anew without naming it.
   */
  CASE_NOT_REOPENABLE(
      "原案件尚未办结、已重新提出，或不是同一主体的同一请求；请另行提出。",
      "The earlier case is open, reopened already, or not the same request of the same sender: ask anew without naming it."),
  /**
   * Nobody is responsible for this in the region or above it: ask the authority to assign somebody.
   */
  NO_RESPONSIBLE(
      "该地区及其上级均无负责此职能的机构；请联系国家主管部门指定。",
      "Nobody is responsible for this in the region or above it: ask the authority to assign somebody."),
  /** The case would go to who sends it, has it or asked it: choose another region or function. */
  CASE_TO_ONESELF(
      "案件将交给发送者、现办理者或提出者本身；请选择其他地区或职能。",
      "The case would go to who sends it, has it or asked it: choose another region or function."),
  /**
   * The sender has as many cases open in this province as is allowed: send the rest in one file, or
   * when some are answered.
   */
  TOO_MANY_CASES(
      "该主体在该省未办结的案件已达上限；请将其余内容并入一个文件，或待部分答复后再提出。",
      "The sender has as many cases open in this province as is allowed: send the rest in one file, or when some are answered."),
  /** The case has gone on as often as is allowed: answer or refuse it. */
  CASE_FORWARDED_OFTEN(
      "案件转交次数已达上限；请答复或拒绝。", "The case has gone on as often as is allowed: answer or refuse it."),
  /**
   * Credits are set apart for use abroad and are neither sold nor surrendered at home: use others,
   * or fewer.
   */
  CREDITS_LABELLED(
      "减排量已标记为境外使用，不能在境内出售或用于履约；请使用其他减排量或减少数量。",
      "Credits are set apart for use abroad and are neither sold nor surrendered at home: use others, or fewer."),
  // Corrections.
  /** There is no such record to correct: check its type and key. */
  UNKNOWN_RECORD(
      "没有要更正的记录；请核对记录类型和键。", "There is no such record to correct: check its type and key."),
  /** The record has as many corrections as is allowed: announce the rest elsewhere. */
  TOO_MANY_CORRECTIONS(
      "该记录的更正已达上限；请另行公告其余内容。",
      "The record has as many corrections as is allowed: announce the rest elsewhere."),
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
