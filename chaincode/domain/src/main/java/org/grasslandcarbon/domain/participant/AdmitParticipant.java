// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.participant;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.instruction.EcdsaP256;
import org.grasslandcarbon.domain.instruction.Jwk;
import org.grasslandcarbon.domain.instruction.KeyId;
import org.grasslandcarbon.domain.json.Distinct;
import org.grasslandcarbon.domain.json.Least;
import org.grasslandcarbon.domain.json.Means;
import org.grasslandcarbon.domain.json.Most;
import org.grasslandcarbon.domain.ledger.Act;
import org.grasslandcarbon.domain.ledger.Action;
import org.grasslandcarbon.domain.ledger.ActionType;
import org.grasslandcarbon.domain.ledger.Key;
import org.grasslandcarbon.domain.ledger.Visibility;
import org.grasslandcarbon.domain.region.Region;
import org.grasslandcarbon.domain.value.Check;
import org.grasslandcarbon.domain.value.Name;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.RegionCode;
import org.grasslandcarbon.domain.value.Role;
import org.grasslandcarbon.domain.value.Sha256;

/**
 * Creates a participant with its first keys (LEDGER section 1; CCER registration rules on account
 * opening).
 *
 * @param codeOverride for an early legacy code that fails its check character
 * @param id its unified social credit code
 * @param keys its first public keys, one to five
 * @param name its name
 * @param region where it is registered
 * @param roles what it may act as
 */
public record AdmitParticipant(
    @Means(
            en = "Why a code that fails its check character is accepted, with the licence's hash",
            zh = "校验码不符仍予接纳的理由及证照文件摘要")
        Optional<LegacyCode> codeOverride,
    @Means(en = "Unified social credit code (GB 32100-2015)", zh = "统一社会信用代码") ParticipantId id,
    @Means(en = "First public keys, one to five, as JWK (P-256)", zh = "首批公钥（JWK，P-256）")
        @Least(1)
        @Most(KEYS_AT_ADMISSION_MOST)
        @Distinct
        List<Jwk> keys,
    @Means(en = "Registered name", zh = "登记名称") Name name,
    @Means(en = "Division where it is registered (GB/T 2260)", zh = "登记地行政区划代码") RegionCode region,
    @Means(
            en = "OWNER and TRADER may go together; any other role stands alone",
            zh = "OWNER 与 TRADER 可兼任，其余角色不得兼任")
        @Least(1)
        @Most(2)
        List<Role> roles)
    implements Action {

  /** More keys come with {@code addKey}. */
  static final int KEYS_AT_ADMISSION_MOST = 5;

  /**
   * Roles that only the authority may give: whoever supervises, judges, keeps money or runs the
   * market answers to the nation, not to the office of one region.
   */
  static final Set<Role> ROLES_OF_STATE =
      EnumSet.of(
          Role.AUTHORITY,
          Role.OFFICE,
          Role.EXCHANGE,
          Role.BANK,
          Role.COURT,
          Role.ASSESSOR,
          Role.AUDITOR);

  /** The action. */
  public static final ActionType<AdmitParticipant> TYPE =
      ActionType.of(
          "admitParticipant",
          "接纳主体并登记其首批公钥",
          "Admits a participant with its first public keys",
          new AdmitParticipant(
              Optional.empty(),
              new ParticipantId("91110000600037341L"),
              List.of(
                  new Jwk(
                      "P-256",
                      "EC",
                      "f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU",
                      "x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0")),
              Name.of("示例企业", "Example enterprise"),
              new RegionCode("110000"),
              List.of(Role.TRADER)),
          EnumSet.of(Role.AUTHORITY, Role.OFFICE),
          Visibility.PUBLIC,
          ErrorCode.NOT_ALLOWED,
          ErrorCode.ALREADY_ADMITTED,
          ErrorCode.BAD_CREDIT_CODE,
          ErrorCode.UNKNOWN_REGION,
          ErrorCode.ROLE_CONFLICT,
          ErrorCode.KEY_ALREADY_REGISTERED);

  public AdmitParticipant {
    keys = List.copyOf(keys);
    roles = List.copyOf(roles);
    Check.that(!keys.isEmpty(), zh("主体须有首个密钥").en("a participant needs a first key"));
    Check.that(
        keys.stream().distinct().count() == keys.size(), zh("同一密钥列了两次").en("a key is named twice"));
    Check.that(!roles.isEmpty(), zh("主体须至少有一个角色").en("a participant needs a role"));
    keys.forEach(EcdsaP256::publicKey);
  }

  /**
   * Why a code that fails its check character is accepted.
   *
   * @param document the licence that shows the code
   * @param reason in words
   */
  public record LegacyCode(
      @Means(en = "SHA-256 of the licence", zh = "证照文件的 SHA-256 摘要") Sha256 document,
      @Means(en = "Why the code is accepted", zh = "予以接纳的理由") @Most(Participant.REASON_MOST)
          String reason) {}

  @Override
  public List<Key<?>> named(ParticipantId actor) {
    List<Key<?>> named = new ArrayList<>();
    named.add(Participant.key(id));
    named.add(Region.key(region));
    keys.forEach(jwk -> named.add(RegisteredKey.key(new KeyId(jwk.thumbprint()))));
    return named;
  }

  @Override
  public void apply(Act act) {
    act.require(
        act.actor().governs(region),
        ErrorCode.NOT_ALLOWED,
        zh("地区 %s 由其他主管部门管辖").en("region %s is another's", region));
    act.require(
        act.actor().is(Role.AUTHORITY) || roles.stream().noneMatch(ROLES_OF_STATE::contains),
        ErrorCode.NOT_ALLOWED,
        zh("只有国家主管部门才能接纳 %s").en("only the authority admits %s", ROLES_OF_STATE));
    act.require(
        act.find(Participant.key(id)).isEmpty(),
        ErrorCode.ALREADY_ADMITTED,
        zh("主体 %s").en("participant %s", id));
    act.require(
        id.hasValidCheckCharacter() || codeOverride.isPresent(),
        ErrorCode.BAD_CREDIT_CODE,
        zh("%s 的最后一位应为 %s")
            .en(
                "the last character of %s should be %s",
                id, ParticipantId.checkCharacter(id.value())));
    boolean regionIsValid =
        act.find(Region.key(region)).filter(found -> found.isValidOn(act.today())).isPresent();
    act.require(regionIsValid, ErrorCode.UNKNOWN_REGION, zh("行政区划代码 %s").en("region %s", region));
    act.require(
        Participant.areCompatible(roles),
        ErrorCode.ROLE_CONFLICT,
        zh("角色 %s 不得兼任").en("roles %s together", roles));

    List<KeyId> kids = new ArrayList<>();
    for (Jwk jwk : keys) {
      KeyId kid = new KeyId(jwk.thumbprint());
      act.require(
          act.find(RegisteredKey.key(kid)).isEmpty(),
          ErrorCode.KEY_ALREADY_REGISTERED,
          zh("密钥 %s").en("key %s", kid));
      act.write(
          new RegisteredKey(
              act.time(), act.actor().id(), Optional.empty(), jwk, kid, id, Optional.empty()));
      kids.add(kid);
    }
    act.write(
        new Participant(
            act.time(),
            act.actor().id(),
            codeOverride.map(o -> new Participant.CodeOverride(o.document(), o.reason())),
            id,
            kids,
            name,
            region,
            roles,
            Optional.empty()));
    act.refer("participant", id);
  }
}
