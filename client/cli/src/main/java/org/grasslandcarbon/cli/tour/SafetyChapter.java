// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli.tour;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import org.grasslandcarbon.client.InstructionSigner;
import org.grasslandcarbon.client.InstructionText;
import org.grasslandcarbon.client.SigningKey;
import org.grasslandcarbon.domain.credit.TransferCredits;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.example.CreditChapter;
import org.grasslandcarbon.domain.example.Part;
import org.grasslandcarbon.domain.participant.AddKey;
import org.grasslandcarbon.domain.participant.RevokeKey;

/** What nobody can do: alter, forge, repeat, outlive its time, act with a lost key, pry. */
final class SafetyChapter {
  private final TourStage stage;
  private final Readings readings;
  private final CreditChapter credits;

  SafetyChapter(TourStage stage, Readings readings, CreditChapter credits) {
    this.stage = stage;
    this.readings = readings;
    this.credits = credits;
  }

  void play() {
    stage.chapter("安全：篡改、伪造、过期、密钥、隐私", "Safety: altered, forged, late, keys, privacy");
    tamper();
    outlive();
    replaceKey();
  }

  private TransferCredits oneTonne() {
    return credits.transferOf(1, Part.BUYER);
  }

  private void tamper() {
    InstructionText honest = TourStage.sign(stage.signer(Part.OWNER), oneTonne());
    stage.refused(
        "把已签名的 1 吨改成 9 吨：签名不符",
        "One tonne altered to nine after signing: the signature does not match",
        altered(honest),
        ErrorCode.BAD_SIGNATURE);
    stage.refused(
        "用未登记的密钥冒充业主",
        "Somebody else's key in the owner's name",
        TourStage.sign(withFreshKey(Part.OWNER), oneTonne()),
        ErrorCode.BAD_SIGNATURE);
    stage.sends("原指令仍然有效", "The honest instruction is still good", honest);
    InstructionText other =
        stage
            .signer(Part.OWNER)
            .sign(honest.id(), credits.transferOf(2, Part.BUYER), InstructionSigner.USUAL_VALIDITY);
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
    return stage.signer(Part.OWNER).sign(InstructionSigner.newId(), oneTonne(), validity);
  }

  /** The same participant with another key, registered or not. */
  private InstructionSigner withFreshKey(Part part) {
    return new InstructionSigner(
        stage.id(part), SigningKey.generate(new SecureRandom()), Clock.systemUTC());
  }

  private void replaceKey() {
    InstructionSigner renewed = withFreshKey(Part.TRADER);
    InstructionSigner old = stage.signer(Part.TRADER);
    stage.does(
        Part.TRADER,
        "交易主体登记第二把密钥",
        "The trader registers a second key",
        new AddKey(Optional.empty(), Optional.of(renewed.key().jwk()), old.participant()));
    stage.sends(
        "用新密钥撤销旧密钥",
        "With the new key it revokes the old one",
        TourStage.sign(renewed, new RevokeKey(old.key().kid(), old.participant(), "导览。 Tour.")));
    stage.refused(
        Part.TRADER,
        "被撤销的密钥不能再用",
        "The revoked key signs nothing any more",
        oneTonne(),
        ErrorCode.KEY_REVOKED);
    stage.sends("新密钥可用", "The new key does", TourStage.sign(renewed, oneTonne()));
  }

  /** What is not public stays with those whom it concerns. */
  void pry() {
    stage.unreadable(
        "他人的持有量不可查看",
        "Another's holdings cannot be seen",
        () -> readings.holdingsOf(stage.id(Part.OWNER), stage.signer(Part.BUYER)),
        "FORBIDDEN");
    stage.unreadable(
        "没有令牌，什么持有量都看不到",
        "Without a token no holdings are shown at all",
        readings::holdingsWithoutToken,
        "TOKEN_MISSING");
    stage.equal(
        "主管部门可以查看辖区主体的持有量",
        "The office sees the holdings of its region",
        true,
        () -> !readings.holdingsOf(stage.id(Part.OWNER), stage.signer(Part.OFFICE)).isEmpty());
  }
}
