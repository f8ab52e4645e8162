// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli.tour;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.grasslandcarbon.client.InstructionSigner;
import org.grasslandcarbon.client.InstructionText;
import org.grasslandcarbon.domain.credit.TransferCredits;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.participant.AddKey;
import org.grasslandcarbon.domain.participant.ReinstateParticipant;
import org.grasslandcarbon.domain.participant.RevokeKey;
import org.grasslandcarbon.domain.participant.SuspendParticipant;
import org.grasslandcarbon.domain.project.DeregisterProject;
import org.grasslandcarbon.domain.value.Tonnes;
import org.grasslandcarbon.views.CreditViews;

/** What nobody can do: alter, forge, repeat, outlive its time, act with a lost key, pry. */
final class SafetyChapter {
  private final Story story;
  private final Stage stage;

  SafetyChapter(Story story) {
    this.story = story;
    this.stage = story.stage;
  }

  void play() {
    stage.chapter("安全：篡改、伪造、过期、密钥、隐私", "Safety: altered, forged, late, keys, privacy");
    tamper();
    outlive();
    replaceKey();
    suspend();
    pry();
    end();
  }

  private TransferCredits oneTonne() {
    return new TransferCredits(story.batch(), Tonnes.of(1), story.buyer.id());
  }

  private void tamper() {
    InstructionText honest = stage.sign(story.owner, oneTonne());
    stage.refused(
        "把已签名的 1 吨改成 9 吨：签名不符",
        "One tonne altered to nine after signing: the signature does not match",
        altered(honest),
        ErrorCode.BAD_SIGNATURE);
    stage.refused(
        story.owner.withFreshKey(),
        "用未登记的密钥冒充业主",
        "Somebody else's key in the owner's name",
        oneTonne(),
        ErrorCode.BAD_SIGNATURE);
    stage.sends("原指令仍然有效", "The honest instruction is still good", honest);
    InstructionText other =
        story
            .owner
            .signer()
            .sign(
                honest.id(),
                new TransferCredits(story.batch(), Tonnes.of(2), story.buyer.id()),
                InstructionSigner.USUAL_VALIDITY);
    stage.refused(
        "同一编号、不同内容：拒绝", "The same id with another text is refused", other, ErrorCode.DUPLICATE);
  }

  private static InstructionText altered(InstructionText honest) {
    String[] parts = honest.jws().split("\\.");
    String payload =
        new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8)
            .replace("\"quantity\":1", "\"quantity\":9");
    String changed =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(payload.getBytes(StandardCharsets.UTF_8));
    return InstructionText.parse(parts[0] + "." + changed + "." + parts[2]);
  }

  private void outlive() {
    stage.refused(
        "过期的指令不再生效",
        "An instruction past its notAfter has no effect",
        signFor(Duration.ofMinutes(-30)),
        ErrorCode.EXPIRED);
    stage.refused(
        "有效期不得超过 24 小时",
        "An instruction may not be valid for more than 24 hours",
        signFor(Duration.ofHours(48)),
        ErrorCode.NOT_AFTER_TOO_FAR);
  }

  private InstructionText signFor(Duration validity) {
    return story.owner.signer().sign(InstructionSigner.newId(), oneTonne(), validity);
  }

  private void replaceKey() {
    Player renewed = story.trader.withFreshKey();
    stage.does(
        story.trader,
        "交易主体登记第二把密钥",
        "The trader registers a second key",
        new AddKey(Optional.empty(), Optional.of(renewed.signer().key().jwk()), story.trader.id()));
    stage.does(
        renewed,
        "用新密钥撤销旧密钥",
        "With the new key it revokes the old one",
        new RevokeKey(story.trader.signer().key().kid(), story.trader.id(), "导览。 Tour."));
    stage.refused(
        story.trader,
        "被撤销的密钥不能再用",
        "The revoked key signs nothing any more",
        oneTonne(),
        ErrorCode.KEY_REVOKED);
    stage.does(renewed, "新密钥可用", "The new key does", oneTonne());
  }

  private void suspend() {
    stage.does(
        story.office,
        "主管部门暂停买方",
        "The office suspends the buyer",
        new SuspendParticipant(story.buyer.id(), "导览。 Tour."));
    stage.refused(
        story.buyer,
        "被暂停的主体不能操作",
        "A suspended participant can do nothing",
        new TransferCredits(story.batch(), Tonnes.of(1), story.owner.id()),
        ErrorCode.PARTICIPANT_SUSPENDED);
    stage.does(
        story.office,
        "主管部门恢复买方",
        "The office reinstates the buyer",
        new ReinstateParticipant(story.buyer.id(), "导览。 Tour."));
  }

  private void pry() {
    stage.unreadable(
        "他人的持有量不可查看",
        "Another's holdings cannot be seen",
        () -> story.reads(story.buyer).list(CreditViews.HOLDINGS, ownersHoldings()),
        "FORBIDDEN");
    stage.unreadable(
        "没有令牌，什么持有量都看不到",
        "Without a token no holdings are shown at all",
        () -> stage.client().publicReads().list(CreditViews.HOLDINGS, Map.of()),
        "TOKEN_MISSING");
    stage.equal(
        "主管部门可以查看辖区主体的持有量",
        "The office sees the holdings of its region",
        true,
        () ->
            !story
                .reads(story.office)
                .list(CreditViews.HOLDINGS, ownersHoldings())
                .items()
                .isEmpty());
  }

  private Map<String, String> ownersHoldings() {
    return Map.of("owner", story.owner.id().value());
  }

  /** Frees the land, so that the grid of fields is never used up. */
  private void end() {
    stage.does(
        story.owner,
        "业主注销练习项目，导览结束",
        "The owner ends the practice project, and the tour with it",
        new DeregisterProject(story.project, "导览结束。 The tour has ended."));
  }
}
