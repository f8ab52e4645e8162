// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.audit.ledger;

import java.time.Instant;
import java.util.List;
import org.grasslandcarbon.domain.ledger.StateStore;

/** The registry's rules of one version, as far as they write: what the chaincode ran then. */
public interface Rules {
  /** Judges instructions. */
  byte[] submit(List<byte[]> instructions, Instant time, StateStore store);

  /** Founds the registry. */
  byte[] bootstrap(byte[] document, String mspId, Instant time, StateStore store);
}
