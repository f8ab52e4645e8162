// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.example;

import java.util.function.IntUnaryOperator;
import org.grasslandcarbon.domain.value.Name;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.RegionCode;
import org.grasslandcarbon.domain.value.Role;

/** Who acts in a story. Whose ids and keys these are, the carrier knows. */
public enum Part {
  AUTHORITY(Role.AUTHORITY, "国家主管部门", "authority"),
  OFFICE(Role.OFFICE, "主管部门", "office"),
  OWNER(Role.OWNER, "业主", "owner"),
  VALIDATOR(Role.CERTIFIER, "审定机构", "validator"),
  VERIFIER(Role.CERTIFIER, "核查机构", "verifier"),
  TRADER(Role.TRADER, "交易主体", "trader"),
  BUYER(Role.TRADER, "买方", "buyer"),
  COURT(Role.COURT, "法院", "court"),
  BANK(Role.BANK, "结算银行", "settlement bank"),
  EXCHANGE(Role.EXCHANGE, "交易机构", "exchange"),
  ASSESSOR(Role.ASSESSOR, "评估机构", "assessor"),
  /** Somebody whom nobody has admitted. */
  STRANGER(Role.TRADER, "未接纳者", "stranger");

  private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

  /**
   * Managing department Y, category 9: other organisations. No enterprise has such a code, so that
   * a player is never taken for a real one.
   */
  private static final String INVENTED = "Y9";

  private static final int ORGANISATION_CHARACTERS = 9;

  private final Role role;
  private final String zh;
  private final String en;

  Part(Role role, String zh, String en) {
    this.role = role;
    this.zh = zh;
    this.en = en;
  }

  /** The role that it is admitted with. */
  public Role role() {
    return role;
  }

  /** The name that it is admitted with. */
  public Name fullName() {
    return Name.of("练习" + zh, "Practice " + en);
  }

  /** What a sentence in Chinese calls it. */
  public String zh() {
    return zh;
  }

  /** What a sentence in English calls it, after its article. */
  public String en() {
    return en;
  }

  /**
   * The id of somebody new: an invented credit code with a valid check character.
   *
   * @param random answers a number from 0 to below the one given
   */
  public static ParticipantId newcomer(RegionCode region, IntUnaryOperator random) {
    StringBuilder code = new StringBuilder(INVENTED).append(region);
    for (int i = 0; i < ORGANISATION_CHARACTERS; i++) {
      code.append(ALPHABET.charAt(random.applyAsInt(ALPHABET.length())));
    }
    return new ParticipantId(code.append(ParticipantId.checkCharacter(code.toString())).toString());
  }
}
