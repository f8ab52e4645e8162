// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli.tour;

import java.security.SecureRandom;
import java.time.Clock;
import org.grasslandcarbon.client.InstructionSigner;
import org.grasslandcarbon.client.SigningKey;
import org.grasslandcarbon.domain.value.Name;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.RegionCode;

/**
 * Somebody who acts in the tour.
 *
 * @param name what the tour calls it
 * @param signer its id and key
 */
record Player(Name name, InstructionSigner signer) {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

  /**
   * Managing department Y, category 9: other organisations. No enterprise has such a code, so that
   * a player is never taken for a real one.
   */
  private static final String INVENTED = "Y9";

  private static final int ORGANISATION_CHARACTERS = 9;

  /** Somebody new, with a fresh key and a code with a valid check character. */
  static Player fresh(RegionCode region, String zh, String en) {
    StringBuilder code = new StringBuilder(INVENTED).append(region);
    for (int i = 0; i < ORGANISATION_CHARACTERS; i++) {
      code.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
    }
    code.append(ParticipantId.checkCharacter(code.toString()));
    return with(new ParticipantId(code.toString()), SigningKey.generate(RANDOM), Name.of(zh, en));
  }

  /** The same participant with another key, registered or not. */
  Player withFreshKey() {
    return with(id(), SigningKey.generate(RANDOM), name);
  }

  private static Player with(ParticipantId id, SigningKey key, Name name) {
    return new Player(name, new InstructionSigner(id, key, Clock.systemUTC()));
  }

  ParticipantId id() {
    return signer.participant();
  }
}
