// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.conformance.kit.probe;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.hyperledger.fabric.protos.common.Header;
import org.hyperledger.fabric.protos.common.SignatureHeader;
import org.hyperledger.fabric.protos.msp.SerializedIdentity;
import org.hyperledger.fabric.protos.peer.ChaincodeEvent;
import org.hyperledger.fabric.protos.peer.ChaincodeInput;
import org.hyperledger.fabric.protos.peer.ChaincodeMessage;
import org.hyperledger.fabric.protos.peer.ChaincodeProposalPayload;
import org.hyperledger.fabric.protos.peer.Proposal;

/** One transaction: what was called, and the way to ask the peer. */
final class ProbeCall {
  /** The stream that the call came by. */
  interface Line {
    void send(ChaincodeMessage message);

    void breakOff();
  }

  /** Ends the transaction with status 500 and a message. */
  static final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1;

    Refused(String message) {
      super(message);
    }
  }

  /** Ends the transaction with an ERROR in the place of COMPLETED. */
  static final class Broken extends RuntimeException {
    private static final long serialVersionUID = 1;

    Broken(String message) {
      super(message);
    }
  }

  /** Leaves the transaction without an answer. */
  static final class Silent extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  private final ChaincodeMessage call;
  private final List<ByteString> arguments;
  private final Map<String, ByteString> transientMap;
  private final String creatorMspId;
  private final Line line;
  private final BlockingQueue<ChaincodeMessage> answers = new LinkedBlockingQueue<>();
  private ChaincodeEvent event;

  ProbeCall(ChaincodeMessage call, Line line) throws InvalidProtocolBufferException {
    this.call = call;
    this.line = line;
    arguments = ChaincodeInput.parseFrom(call.getPayload()).getArgsList();
    Proposal proposal = Proposal.parseFrom(call.getProposal().getProposalBytes());
    transientMap = ChaincodeProposalPayload.parseFrom(proposal.getPayload()).getTransientMapMap();
    ByteString creator =
        SignatureHeader.parseFrom(Header.parseFrom(proposal.getHeader()).getSignatureHeader())
            .getCreator();
    creatorMspId = SerializedIdentity.parseFrom(creator).getMspid();
  }

  String id() {
    return call.getTxid();
  }

  /** The organisation of whoever calls. */
  String creatorMspId() {
    return creatorMspId;
  }

  int argumentCount() {
    return arguments.size();
  }

  ByteString bytes(int index) {
    if (index >= arguments.size()) {
      throw new Refused("argument " + index + " is missing");
    }
    return arguments.get(index);
  }

  String text(int index) {
    return bytes(index).toStringUtf8();
  }

  /** The arguments from an index on. */
  List<ByteString> from(int index) {
    return arguments.subList(Math.min(index, arguments.size()), arguments.size());
  }

  ByteString transientValue(String name) {
    return transientMap.getOrDefault(name, ByteString.EMPTY);
  }

  void setEvent(ChaincodeEvent newEvent) {
    event = newEvent;
  }

  Optional<ChaincodeEvent> event() {
    return Optional.ofNullable(event);
  }

  ChaincodeMessage.Builder message(ChaincodeMessage.Type type) {
    return ChaincodeMessage.newBuilder()
        .setType(type)
        .setTxid(call.getTxid())
        .setChannelId(call.getChannelId());
  }

  void answered(ChaincodeMessage answer) {
    answers.add(answer);
  }

  /**
   * Asks the peer and waits for its answer.
   *
   * @throws Refused with the peer's own words when it answers with an error
   */
  ByteString ask(ChaincodeMessage.Type type, ByteString payload) throws InterruptedException {
    line.send(message(type).setPayload(payload).build());
    ChaincodeMessage answer = answers.take();
    if (answer.getType() == ChaincodeMessage.Type.ERROR) {
      throw new Refused("the peer says: " + answer.getPayload().toStringUtf8());
    }
    return answer.getPayload();
  }

  /** Ends the stream in the middle of the transaction, as a process that dies would. */
  void breakOff() {
    line.breakOff();
  }
}
