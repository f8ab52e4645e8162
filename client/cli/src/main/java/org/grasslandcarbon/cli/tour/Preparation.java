// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli.tour;

import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.methodology.ExampleMethodology;
import org.grasslandcarbon.domain.methodology.PublishMethodology;
import org.grasslandcarbon.domain.participant.AccreditCertifier;
import org.grasslandcarbon.domain.participant.AdmitParticipant;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.Role;
import org.grasslandcarbon.domain.value.Sha256;

/** Who may take part: a methodology for practice, admission, accreditation. */
final class Preparation {
  private final Story story;
  private final Stage stage;

  Preparation(Story story) {
    this.story = story;
    this.stage = story.stage;
  }

  void play() {
    stage.chapter(
        "准备：练习方法学、主体、资质", "Preparation: a training methodology, participants, accreditation");
    stage.equal(
        "注册登记系统已创立",
        "The registry is founded",
        true,
        () -> stage.client().publicReads().status().path("founded").asBoolean(false));
    publishMethodology();
    admit(story.owner, Role.OWNER);
    admit(story.validator, Role.CERTIFIER);
    admit(story.verifier, Role.CERTIFIER);
    admit(story.trader, Role.TRADER);
    admit(story.buyer, Role.TRADER);
    refuseAdmission();
    accredit(story.validator);
    accredit(story.verifier);
    stage.refused(
        story.office,
        "主管部门无权授予资质",
        "An office does not accredit: the authority does",
        accreditation(story.verifier),
        ErrorCode.NOT_ALLOWED);
  }

  /** A version is published once for ever: later tours find that of the first. */
  private void publishMethodology() {
    PublishMethodology training = ExampleMethodology.training();
    story.methodology = training.version();
    stage.tries(
        story.authority,
        "国家主管部门发布练习方法学 " + training.version() + "（此前的导览可能已发布）",
        "The authority publishes the training methodology "
            + training.version()
            + " (an earlier tour may have done it)",
        training,
        ErrorCode.METHODOLOGY_EXISTS);
  }

  private AdmitParticipant admission(Player player, ParticipantId id, Role role) {
    return new AdmitParticipant(
        Optional.empty(),
        id,
        List.of(player.signer().key().jwk()),
        player.name(),
        story.region,
        List.of(role));
  }

  private void admit(Player player, Role role) {
    stage.does(
        story.office,
        "主管部门接纳" + player.name().zh() + " " + player.id(),
        "The office admits " + player.name().en() + " " + player.id(),
        admission(player, player.id(), role));
  }

  private void refuseAdmission() {
    Player stranger = Player.fresh(story.region, "未接纳者", "Stranger");
    stage.refused(
        story.trader,
        "交易主体无权接纳他人",
        "A trader admits nobody",
        admission(stranger, stranger.id(), Role.TRADER),
        ErrorCode.NOT_ALLOWED);
    stage.refused(
        story.office,
        "校验码错误的统一社会信用代码不予接纳",
        "A credit code with a wrong check character is not admitted",
        admission(stranger, withWrongCheckCharacter(stranger.id()), Role.TRADER),
        ErrorCode.BAD_CREDIT_CODE);
    stage.refused(
        stranger,
        "未接纳的主体发出的指令无效",
        "An instruction of somebody who was never admitted has no effect",
        admission(stranger, stranger.id(), Role.TRADER),
        ErrorCode.UNKNOWN_PARTICIPANT);
  }

  private static ParticipantId withWrongCheckCharacter(ParticipantId id) {
    char right = id.value().charAt(17);
    return new ParticipantId(id.value().substring(0, 17) + (right == '0' ? '1' : '0'));
  }

  private AccreditCertifier accreditation(Player certifier) {
    return new AccreditCertifier(
        certifier.id(),
        Sha256.of("tour: certificate of accreditation"),
        List.of(story.methodology.id()),
        story.today().minusYears(1),
        story.today().plusYears(1));
  }

  private void accredit(Player certifier) {
    stage.does(
        story.authority,
        "国家主管部门授予" + certifier.name().zh() + "资质",
        "The authority accredits " + certifier.name().en(),
        accreditation(certifier));
  }
}
