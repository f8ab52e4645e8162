// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.coordination;

/** Why a case is refused; each refusal counts as a barrier. */
public enum RefusalGround {
  /** It is a secret of state (国家秘密). */
  STATE_SECRET,
  /** It is about people (个人信息). */
  PERSONAL_DATA,
  /** It is a secret of business (商业秘密). */
  COMMERCIAL_SECRET,
  /** Whoever is asked does not have it (不掌握该信息). */
  NOT_HELD,
  /** Whoever is asked is not responsible for it (无此职责). */
  NO_MANDATE,
  /** A rule of the region forbids it (地方规定). */
  LOCAL_RULE,
  /** As the text says. */
  OTHER
}
