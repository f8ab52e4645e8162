// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.security;

import static org.grasslandcarbon.domain.value.Detail.zh;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import org.grasslandcarbon.domain.instruction.KeyId;
import org.grasslandcarbon.domain.value.Detail;
import org.grasslandcarbon.domain.value.InstructionId;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;

/**
 * Accepts tokens that participants sign themselves: ES256 with an active key of the participant
 * that {@code iss} names, for this gateway ({@code aud}), valid for at most {@value #LIFE_SECONDS}
 * seconds, each shown once ({@code jti}).
 */
final class TokenDecoder implements JwtDecoder {
  /** The longest a token may be valid. */
  static final int LIFE_SECONDS = 300;

  /** How far clocks of participants may be off. */
  static final int SKEW_SECONDS = 30;

  /** Ours have some 450 characters. */
  private static final int CHARACTERS_MOST = 2_000;

  /** No token is accepted for longer after it was first shown. */
  static final Duration REMEMBERED = Duration.ofSeconds(LIFE_SECONDS + 2 * SKEW_SECONDS);

  private static final Pattern JTI = Pattern.compile(InstructionId.PATTERN);

  private final Keyring keyring;
  private final String audience;
  private final BooleanSupplier current;
  private final Clock clock;
  private final ReplayCache shown;

  /**
   * @param audience this gateway's own name
   * @param current whether the keys are those of the ledger, as far as is known
   */
  TokenDecoder(
      Keyring keyring, String audience, BooleanSupplier current, ReplayCache shown, Clock clock) {
    this.keyring = keyring;
    this.audience = audience;
    this.current = current;
    this.shown = shown;
    this.clock = clock;
  }

  /** The key is not known, and the gateway has not read all of the ledger. */
  static final class NotReadYetException extends TokenRefusedException {
    private static final long serialVersionUID = 1L;

    NotReadYetException() {
      super(
          zh("网关仍在读取账本，其中可能有该密钥")
              .en("the gateway is still reading the ledger, which may have the key"));
    }
  }

  @Override
  public Jwt decode(String token) {
    require(
        token.length() <= CHARACTERS_MOST,
        zh("令牌最多 %s 个字符").en("a token has at most %s characters", CHARACTERS_MOST));
    try {
      SignedJWT signed = SignedJWT.parse(token);
      requireHeader(signed.getHeader());
      JWTClaimsSet claims = signed.getJWTClaimsSet();
      requireSignature(signed, claims);
      Instant now = clock.instant();
      requireClaims(claims, now);
      return Jwt.withTokenValue(token)
          .headers(headers -> headers.putAll(signed.getHeader().toJSONObject()))
          .subject(claims.getIssuer())
          .issuer(claims.getIssuer())
          .audience(claims.getAudience())
          .issuedAt(claims.getIssueTime().toInstant())
          .expiresAt(claims.getExpirationTime().toInstant())
          .jti(claims.getJWTID())
          .build();
    } catch (ParseException unreadable) {
      throw new TokenRefusedException(zh("不是已签名的 JWT").en("it is not a signed JWT"));
    }
  }

  private static void requireHeader(JWSHeader header) {
    require(
        JWSAlgorithm.ES256.equals(header.getAlgorithm()),
        zh("alg 须为 ES256").en("alg must be ES256"));
    require(header.getCriticalParams() == null, zh("不支持 crit").en("crit is not understood"));
    require(header.isBase64URLEncodePayload(), zh("不支持 b64").en("b64 is not understood"));
    JOSEObjectType type = header.getType();
    require(
        type == null || type.equals(JOSEObjectType.JWT), zh("typ 须为 JWT").en("typ must be JWT"));
  }

  private void requireSignature(SignedJWT signed, JWTClaimsSet claims) {
    String kid = signed.getHeader().getKeyID();
    require(
        kid != null && kid.matches(KeyId.PATTERN),
        zh("kid 须为密钥指纹").en("kid must be the key's thumbprint"));
    KeyId id = new KeyId(kid);
    Keyring.Owned key = keyring.findActive(id).orElseThrow(() -> notActive(id));
    require(
        key.participant().value().equals(claims.getIssuer()),
        zh("该 kid 的密钥不属于 iss").en("the key of this kid is not registered for iss"));
    require(
        key.signed(signed.getSigningInput(), signed.getSignature().decode()),
        zh("该令牌不是由此 kid 的密钥签署").en("the key of this kid did not sign the token"));
  }

  /** Which keys there are is public, so that nothing is told that cannot be looked up. */
  private TokenRefusedException notActive(KeyId id) {
    if (keyring.find(id).isPresent()) {
      return new TokenRefusedException(
          zh("该 kid 的密钥已撤销：请用其他密钥签署")
              .en("the key of this kid has been revoked: sign with another"));
    }
    return current.getAsBoolean()
        ? new TokenRefusedException(
            zh("该 kid 的密钥未登记：须先由该主体的主管部门接纳")
                .en(
                    "no key of this kid is registered: the participant's office must admit it first"))
        : new NotReadYetException();
  }

  private void requireClaims(JWTClaimsSet claims, Instant now) {
    require(
        claims.getAudience().equals(List.of(audience)),
        zh("aud 须为 %s").en("aud must be %s", audience));
    Date issuedAt = claims.getIssueTime();
    Date expiresAt = claims.getExpirationTime();
    require(issuedAt != null && expiresAt != null, zh("须有 iat 和 exp").en("iat and exp are needed"));
    Instant from = issuedAt.toInstant();
    Instant to = expiresAt.toInstant();
    require(
        !to.isAfter(from.plusSeconds(LIFE_SECONDS)),
        zh("exp 最多晚于 iat 300 秒").en("exp is at most 300 s after iat"));
    require(!to.isBefore(from), zh("exp 早于 iat").en("exp is before iat"));
    require(
        !from.isAfter(now.plusSeconds(SKEW_SECONDS)),
        zh("iat 晚于网关时钟").en("iat is ahead of the gateway's clock"));
    require(now.isBefore(to.plusSeconds(SKEW_SECONDS)), zh("exp 已过").en("exp has passed"));
    Date notBefore = claims.getNotBeforeTime();
    boolean begun =
        notBefore == null || !notBefore.toInstant().isAfter(now.plusSeconds(SKEW_SECONDS));
    require(begun, zh("nbf 晚于网关时钟").en("nbf is ahead of the gateway's clock"));
    String id = claims.getJWTID();
    require(
        id != null && JTI.matcher(id).matches(),
        zh("jti 须为小写 UUID").en("jti must be a UUID in lower case"));
    // Last, so that a token refused for another reason is not used up.
    switch (shown.show(claims.getIssuer(), UUID.fromString(id), now)) {
      case FIRST -> {}
      case REPEATED -> throw new TokenRefusedException(zh("jti 已用过").en("jti was used before"));
      case FULL ->
          throw new TokenRefusedException(
              zh("iss 在五分钟内使用的令牌过多：请稍后再签署")
                  .en(
                      "iss has used too many tokens within five minutes: wait before signing more"));
    }
  }

  private static void require(boolean condition, Detail otherwise) {
    if (!condition) {
      throw new TokenRefusedException(otherwise);
    }
  }
}
