// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.example;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.ledger.Action;
import org.grasslandcarbon.domain.participant.AccreditCertifier;
import org.grasslandcarbon.domain.participant.AdmitParticipant;
import org.grasslandcarbon.domain.participant.ReinstateParticipant;
import org.grasslandcarbon.domain.participant.SuspendParticipant;
import org.grasslandcarbon.domain.participant.WithdrawAccreditation;
import org.grasslandcarbon.domain.value.ParticipantId;

/** Who may take part: admission, accreditation, and their ends. */
public final class ParticipantChapter {
  private static final Set<Part> OF_STATE = EnumSet.of(Part.COURT, Part.BANK, Part.EXCHANGE);

  private final Stage stage;
  private final Setting setting;

  public ParticipantChapter(Stage stage, Setting setting) {
    this.stage = stage;
    this.setting = setting;
  }

  /** The office admits participants; courts, banks and exchanges, the authority does. */
  public void admit(Part... parts) {
    for (Part part : parts) {
      Part by = OF_STATE.contains(part) ? Part.AUTHORITY : Part.OFFICE;
      stage.does(
          by,
          by.zh() + "接纳" + part.zh() + " " + stage.id(part),
          "The " + by.en() + " admits the " + part.en() + " " + stage.id(part),
          admission(part, stage.id(part)));
    }
  }

  private AdmitParticipant admission(Part part, ParticipantId id) {
    return new AdmitParticipant(
        Optional.empty(),
        id,
        List.of(stage.key(part)),
        part.fullName(),
        setting.region(),
        List.of(part.role()));
  }

  /** Who does not admit, and who is not admitted. */
  public void refuseAdmission() {
    ParticipantId stranger = stage.id(Part.STRANGER);
    stage.refused(
        Part.TRADER,
        "交易主体无权接纳他人",
        "A trader admits nobody",
        admission(Part.STRANGER, stranger),
        ErrorCode.NOT_ALLOWED);
    stage.refused(
        Part.OFFICE,
        "校验码错误的统一社会信用代码不予接纳",
        "A credit code with a wrong check character is not admitted",
        admission(Part.STRANGER, withWrongCheckCharacter(stranger)),
        ErrorCode.BAD_CREDIT_CODE);
    stage.refused(
        Part.STRANGER,
        "未接纳的主体发出的指令无效",
        "An instruction of somebody who was never admitted has no effect",
        admission(Part.STRANGER, stranger),
        ErrorCode.UNKNOWN_PARTICIPANT);
  }

  private static ParticipantId withWrongCheckCharacter(ParticipantId id) {
    char right = id.value().charAt(17);
    return new ParticipantId(id.value().substring(0, 17) + (right == '0' ? '1' : '0'));
  }

  /** The authority accredits certifiers for the story's methodology. */
  public void accredit(Part... certifiers) {
    for (Part certifier : certifiers) {
      stage.does(
          Part.AUTHORITY,
          "国家主管部门授予" + certifier.zh() + "资质",
          "The authority accredits the " + certifier.en(),
          accreditation(certifier));
    }
  }

  private AccreditCertifier accreditation(Part certifier) {
    return new AccreditCertifier(
        stage.id(certifier),
        Setting.document("certificate of accreditation"),
        List.of(setting.methodology().version().id()),
        setting.crediting().from(),
        setting.crediting().to());
  }

  /** Who does not accredit. */
  public void refuseAccreditation() {
    stage.refused(
        Part.OFFICE,
        "主管部门无权授予资质",
        "An office does not accredit: the authority does",
        accreditation(Part.VERIFIER),
        ErrorCode.NOT_ALLOWED);
  }

  /** The authority takes an accreditation back. */
  public void withdrawAccreditation(Part certifier) {
    stage.does(
        Part.AUTHORITY,
        "国家主管部门撤销" + certifier.zh() + "资质",
        "The authority withdraws the accreditation of the " + certifier.en(),
        new WithdrawAccreditation(stage.id(certifier), "练习。 Practice."));
  }

  /**
   * Somebody is suspended, can do nothing, and is reinstated.
   *
   * @param judge the office or the authority
   * @param attempt what the suspended one tries meanwhile
   */
  public void suspend(Part judge, Part suspended, Action attempt) {
    stage.does(
        judge,
        judge.zh() + "暂停" + suspended.zh(),
        "The " + judge.en() + " suspends the " + suspended.en(),
        new SuspendParticipant(stage.id(suspended), "练习。 Practice."));
    stage.refused(
        suspended,
        "被暂停的主体不能操作",
        "A suspended participant can do nothing",
        attempt,
        ErrorCode.PARTICIPANT_SUSPENDED);
    stage.does(
        judge,
        judge.zh() + "恢复" + suspended.zh(),
        "The " + judge.en() + " reinstates the " + suspended.en(),
        new ReinstateParticipant(stage.id(suspended), "练习。 Practice."));
  }
}
