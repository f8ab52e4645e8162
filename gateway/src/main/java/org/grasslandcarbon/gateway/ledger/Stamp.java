// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.ledger;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Timestamp;
import java.time.Instant;
import org.hyperledger.fabric.protos.common.ChannelHeader;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.common.Header;
import org.hyperledger.fabric.protos.common.Payload;
import org.hyperledger.fabric.protos.gateway.ProposedTransaction;
import org.hyperledger.fabric.protos.peer.Proposal;

/**
 * Sets the time of what the SDK has built and not yet signed. The SDK stamps with the system's
 * clock; ours is handed in, so that a history can be loaded into a new ledger under the times at
 * which it happened.
 */
final class Stamp {
  private Stamp() {}

  /** The bytes of an unsigned proposal with another time; the transaction id stays what it was. */
  static byte[] proposal(byte[] unsigned, Instant time) {
    try {
      ProposedTransaction proposed = ProposedTransaction.parseFrom(unsigned);
      Proposal proposal = Proposal.parseFrom(proposed.getProposal().getProposalBytes());
      Header header = header(Header.parseFrom(proposal.getHeader()), time);
      ByteString changed =
          proposal.toBuilder().setHeader(header.toByteString()).build().toByteString();
      return proposed.toBuilder()
          .setProposal(proposed.getProposal().toBuilder().setProposalBytes(changed))
          .build()
          .toByteArray();
    } catch (InvalidProtocolBufferException e) {
      throw new IllegalArgumentException("not a proposal", e);
    }
  }

  /** The bytes of an unsigned envelope with another time. */
  static byte[] envelope(byte[] unsigned, Instant time) {
    try {
      Envelope envelope = Envelope.parseFrom(unsigned);
      Payload payload = Payload.parseFrom(envelope.getPayload());
      Payload changed = payload.toBuilder().setHeader(header(payload.getHeader(), time)).build();
      return envelope.toBuilder().setPayload(changed.toByteString()).build().toByteArray();
    } catch (InvalidProtocolBufferException e) {
      throw new IllegalArgumentException("not an envelope", e);
    }
  }

  private static Header header(Header header, Instant time) throws InvalidProtocolBufferException {
    Timestamp timestamp =
        Timestamp.newBuilder().setSeconds(time.getEpochSecond()).setNanos(time.getNano()).build();
    ChannelHeader channelHeader =
        ChannelHeader.parseFrom(header.getChannelHeader()).toBuilder()
            .setTimestamp(timestamp)
            .build();
    return header.toBuilder().setChannelHeader(channelHeader.toByteString()).build();
  }
}
