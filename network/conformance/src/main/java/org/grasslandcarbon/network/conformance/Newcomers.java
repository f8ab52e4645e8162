// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.conformance;

import java.security.SecureRandom;
import java.time.Clock;
import org.grasslandcarbon.client.InstructionSigner;
import org.grasslandcarbon.client.SigningKey;
import org.grasslandcarbon.domain.example.Part;
import org.grasslandcarbon.domain.value.RegionCode;

/** Makes participants whom no ledger knows yet. */
public final class Newcomers {
  private static final SecureRandom RANDOM = new SecureRandom();

  private Newcomers() {}

  /** Somebody with an invented code and a key of its own. */
  public static InstructionSigner in(RegionCode region) {
    return new InstructionSigner(
        Part.newcomer(region, RANDOM::nextInt), SigningKey.generate(RANDOM), Clock.systemUTC());
  }
}
