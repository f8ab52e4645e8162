// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.ledger;

import com.google.protobuf.ByteString;

/** What one organisation said to a proposal that it was asked to endorse by itself. */
sealed interface Answer {
  /** The organisation's MSP id. */
  String organisation();

  /**
   * Its peer ran the chaincode and signed what came of it.
   *
   * @param prepared the transaction with this endorsement alone, as the peer prepared it
   * @param payload the serialized {@code ProposalResponsePayload} that was signed
   */
  record Endorsed(String organisation, byte[] prepared, ByteString payload) implements Answer {}

  /** Its chaincode refused the batch as a whole. */
  record Refused(String organisation, BatchRefusedException refusal) implements Answer {}

  /** It said nothing that could be compared: away, busy, or its clock too far from ours. */
  record Absent(String organisation, LedgerException reason) implements Answer {}
}
