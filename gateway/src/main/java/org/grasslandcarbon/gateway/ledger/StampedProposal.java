// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.ledger;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Timestamp;
import java.time.Instant;
import org.hyperledger.fabric.protos.common.ChannelHeader;
import org.hyperledger.fabric.protos.common.Header;
import org.hyperledger.fabric.protos.gateway.ProposedTransaction;
import org.hyperledger.fabric.protos.peer.Proposal;

/**
 * Sets a proposal's time. The SDK stamps proposals with the system's clock; ours is handed in, so
 * that a history can be loaded into a new ledger under the times at which it happened.
 */
final class StampedProposal {
  private StampedProposal() {}

  /** The bytes of an unsigned proposal with another time; the transaction id stays what it was. */
  static byte[] of(byte[] unsigned, Instant time) {
    try {
      ProposedTransaction proposed = ProposedTransaction.parseFrom(unsigned);
      if (!proposed.getProposal().getSignature().isEmpty()) {
        throw new IllegalArgumentException("a signed proposal cannot be changed");
      }
      Proposal proposal = Proposal.parseFrom(proposed.getProposal().getProposalBytes());
      Header header = Header.parseFrom(proposal.getHeader());
      ChannelHeader channelHeader =
          ChannelHeader.parseFrom(header.getChannelHeader()).toBuilder()
              .setTimestamp(
                  Timestamp.newBuilder().setSeconds(time.getEpochSecond()).setNanos(time.getNano()))
              .build();
      Header stamped = header.toBuilder().setChannelHeader(channelHeader.toByteString()).build();
      Proposal changed = proposal.toBuilder().setHeader(stamped.toByteString()).build();
      return proposed.toBuilder()
          .setProposal(proposed.getProposal().toBuilder().setProposalBytes(changed.toByteString()))
          .build()
          .toByteArray();
    } catch (InvalidProtocolBufferException e) {
      throw new IllegalArgumentException("not a proposal", e);
    }
  }
}
