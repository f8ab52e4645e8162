// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.embedded;

import com.google.protobuf.ByteString;
import com.google.protobuf.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.hyperledger.fabric.protos.common.ChannelHeader;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.common.Header;
import org.hyperledger.fabric.protos.common.HeaderType;
import org.hyperledger.fabric.protos.common.SignatureHeader;
import org.hyperledger.fabric.protos.peer.ChaincodeAction;
import org.hyperledger.fabric.protos.peer.ChaincodeHeaderExtension;
import org.hyperledger.fabric.protos.peer.ChaincodeID;
import org.hyperledger.fabric.protos.peer.ChaincodeInput;
import org.hyperledger.fabric.protos.peer.ChaincodeInvocationSpec;
import org.hyperledger.fabric.protos.peer.ChaincodeProposalPayload;
import org.hyperledger.fabric.protos.peer.ChaincodeSpec;
import org.hyperledger.fabric.protos.peer.Endorsement;
import org.hyperledger.fabric.protos.peer.ProposalResponsePayload;
import org.hyperledger.fabric.protos.peer.Response;

/**
 * Writes a chaincode definition to the ledger as a transaction of {@code _lifecycle}, endorsed by
 * every organisation, so that the versions which later transactions read are those of a real write.
 */
final class DefinitionTransaction {
  private static final ChaincodeID LIFECYCLE =
      ChaincodeID.newBuilder().setName(Lifecycle.NAMESPACE).setVersion("syscc").build();

  private DefinitionTransaction() {}

  static ByteString envelope(
      String channel, Lifecycle.Definition definition, List<SigningIdentity> peers, Instant now) {
    SigningIdentity creator = peers.get(0);
    ByteString nonce = Blocks.nonce();
    Header header =
        Header.newBuilder()
            .setChannelHeader(
                ChannelHeader.newBuilder()
                    .setType(HeaderType.ENDORSER_TRANSACTION_VALUE)
                    .setChannelId(channel)
                    .setTxId(TransactionCheck.transactionId(nonce, creator.serialized()))
                    .setTimestamp(
                        Timestamp.newBuilder()
                            .setSeconds(now.getEpochSecond())
                            .setNanos(now.getNano()))
                    .setExtension(
                        ChaincodeHeaderExtension.newBuilder()
                            .setChaincodeId(LIFECYCLE)
                            .build()
                            .toByteString())
                    .build()
                    .toByteString())
            .setSignatureHeader(
                SignatureHeader.newBuilder()
                    .setCreator(creator.serialized())
                    .setNonce(nonce)
                    .build()
                    .toByteString())
            .build();
    ByteString proposalPayload = proposalPayload(definition);
    ReadWriteSetBuilder results = new ReadWriteSetBuilder();
    definition.entries().forEach((key, value) -> results.write(Lifecycle.NAMESPACE, key, value));
    ByteString responsePayload =
        ProposalResponsePayload.newBuilder()
            .setProposalHash(
                Sha256.hash(
                    header.getChannelHeader(), header.getSignatureHeader(), proposalPayload))
            .setExtension(
                ChaincodeAction.newBuilder()
                    .setResults(results.publicResults())
                    .setResponse(Response.newBuilder().setStatus(200))
                    .setChaincodeId(LIFECYCLE)
                    .build()
                    .toByteString())
            .build()
            .toByteString();
    List<Endorsement> endorsements =
        peers.stream()
            .map(
                peer ->
                    Endorsement.newBuilder()
                        .setEndorser(peer.serialized())
                        .setSignature(peer.sign(responsePayload, peer.serialized()))
                        .build())
            .collect(Collectors.toList());
    Envelope unsigned =
        Transactions.assemble(header, proposalPayload, responsePayload, endorsements);
    return unsigned.toBuilder()
        .setSignature(creator.sign(unsigned.getPayload()))
        .build()
        .toByteString();
  }

  private static ByteString proposalPayload(Lifecycle.Definition definition) {
    ChaincodeInput input =
        ChaincodeInput.newBuilder()
            .addArgs(ByteString.copyFromUtf8("CommitChaincodeDefinition"))
            .addArgs(ByteString.copyFromUtf8(definition.name()))
            .addArgs(ByteString.copyFromUtf8(definition.version()))
            .build();
    return ChaincodeProposalPayload.newBuilder()
        .setInput(
            ChaincodeInvocationSpec.newBuilder()
                .setChaincodeSpec(
                    ChaincodeSpec.newBuilder().setChaincodeId(LIFECYCLE).setInput(input))
                .build()
                .toByteString())
        .build()
        .toByteString();
  }
}
