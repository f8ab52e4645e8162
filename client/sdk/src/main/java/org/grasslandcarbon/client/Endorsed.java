// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.client;

import static org.grasslandcarbon.domain.value.Detail.zh;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.grasslandcarbon.client.CertificateRefused.Reason;
import org.grasslandcarbon.domain.certificate.RetirementCertificate.Evidence;
import org.grasslandcarbon.domain.certificate.RetirementCertificate.Position;
import org.grasslandcarbon.domain.certificate.TrustFile;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.registry.StateAttestation.Attested;
import org.grasslandcarbon.domain.value.Detail;
import org.hyperledger.fabric.protos.common.ChannelHeader;
import org.hyperledger.fabric.protos.common.HeaderType;
import org.hyperledger.fabric.protos.ledger.rwset.NsReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.TxReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVRWSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVRead;
import org.hyperledger.fabric.protos.peer.ChaincodeAction;
import org.hyperledger.fabric.protos.peer.ChaincodeInvocationSpec;
import org.hyperledger.fabric.protos.peer.ChaincodeProposalPayload;
import org.hyperledger.fabric.protos.peer.ChaincodeSpec;
import org.hyperledger.fabric.protos.peer.ProposalResponsePayload;

/**
 * What peers have signed, read from a certificate's evidence and held against the ledger that is
 * trusted: that it is the answer to {@code attest} with these keys, on this channel, and changes
 * nothing.
 *
 * @param at when it was asked, within some minutes by the clock of every peer that signed
 * @param attested the records
 * @param response the signed bytes
 * @param versions where each record was written, by key
 */
record Endorsed(
    Instant at, List<Attested> attested, byte[] response, Map<String, Position> versions) {
  private static final int OK = 200;

  /** The end of the year 9999, after which X.509 has no dates. */
  private static final long SECONDS_MOST = 253_402_300_799L;

  static Endorsed read(Evidence evidence, TrustFile trust) {
    byte[] channelHeader = decode(evidence.channelHeader());
    byte[] signatureHeader = decode(evidence.signatureHeader());
    byte[] proposal = decode(evidence.proposal());
    byte[] response = decode(evidence.response());
    try {
      ChannelHeader header = ChannelHeader.parseFrom(channelHeader);
      ProposalResponsePayload payload = ProposalResponsePayload.parseFrom(response);
      require(
          payload
              .getProposalHash()
              .equals(ByteString.copyFrom(sha256(channelHeader, signatureHeader, proposal))),
          zh("节点签署的不是对这次提问的答复").en("what the peers have signed is no answer to this call"));
      if (!header.getChannelId().equals(trust.channel())) {
        throw new CertificateRefused(
            Reason.OTHER_LEDGER,
            zh("证书属于通道 %s").en("it is of the channel %s", header.getChannelId()));
      }
      List<String> keys = keys(proposal, trust.chaincode());
      ChaincodeAction action = ChaincodeAction.parseFrom(payload.getExtension());
      List<Attested> attested =
          List.of(Codec.read(action.getResponse().getPayload().toByteArray(), Attested[].class));
      Map<String, Position> versions = versions(action, trust.chaincode());
      require(
          header.getType() == HeaderType.ENDORSER_TRANSACTION_VALUE
              && action.getResponse().getStatus() == OK
              && action.getChaincodeId().getName().equals(trust.chaincode())
              && attested.stream().map(Attested::key).toList().equals(keys)
              && attested.stream()
                  .allMatch(each -> each.value().isPresent() == versions.containsKey(each.key())),
          zh("节点签署的答复与提问不符").en("the answer that the peers have signed does not fit the call"));
      long seconds = header.getTimestamp().getSeconds();
      require(
          seconds >= 0 && seconds <= SECONDS_MOST,
          zh("提问的时间有误").en("the time at which it was asked is none"));
      Instant at = Instant.ofEpochSecond(seconds, header.getTimestamp().getNanos());
      return new Endorsed(at, attested, response, versions);
    } catch (InvalidProtocolBufferException e) {
      throw altered(zh("证明无法读取").en("the evidence is unreadable"));
    }
  }

  private static List<String> keys(byte[] proposal, String chaincode)
      throws InvalidProtocolBufferException {
    ChaincodeSpec spec =
        ChaincodeInvocationSpec.parseFrom(ChaincodeProposalPayload.parseFrom(proposal).getInput())
            .getChaincodeSpec();
    if (!spec.getChaincodeId().getName().equals(chaincode)) {
      throw new CertificateRefused(
          Reason.OTHER_LEDGER,
          zh("证书属于链码 %s").en("it is of the chaincode %s", spec.getChaincodeId().getName()));
    }
    List<String> arguments =
        spec.getInput().getArgsList().stream().map(ByteString::toStringUtf8).toList();
    require(
        !arguments.isEmpty() && arguments.get(0).equals("attest"),
        zh("节点签署的不是 attest 的答复").en("what the peers have signed is no answer of attest"));
    return arguments.subList(1, arguments.size());
  }

  private static Map<String, Position> versions(ChaincodeAction action, String chaincode)
      throws InvalidProtocolBufferException {
    Map<String, Position> versions = new TreeMap<>();
    for (NsReadWriteSet each : TxReadWriteSet.parseFrom(action.getResults()).getNsRwsetList()) {
      KVRWSet set = KVRWSet.parseFrom(each.getRwset());
      require(
          set.getWritesCount() == 0,
          zh("节点签署的不是读取结果").en("what the peers have signed would write"));
      if (each.getNamespace().equals(chaincode)) {
        for (KVRead read : set.getReadsList()) {
          if (read.hasVersion()) {
            versions.put(
                read.getKey(),
                new Position(read.getVersion().getBlockNum(), read.getVersion().getTxNum()));
          }
        }
      }
    }
    return versions;
  }

  /** Base64 has one form for the same bytes: another is an altered file. */
  static byte[] decode(String text) {
    try {
      byte[] bytes = Base64.getDecoder().decode(text);
      require(
          Base64.getEncoder().encodeToString(bytes).equals(text),
          zh("base64 不规范").en("base64 is not in its one form"));
      return bytes;
    } catch (IllegalArgumentException e) {
      throw altered(zh("base64 无法读取").en("base64 is unreadable"));
    }
  }

  private static byte[] sha256(byte[]... parts) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (byte[] part : parts) {
        digest.update(part);
      }
      return digest.digest();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static CertificateRefused altered(Detail detail) {
    return new CertificateRefused(Reason.ALTERED, detail);
  }

  private static void require(boolean holds, Detail otherwise) {
    if (!holds) {
      throw altered(otherwise);
    }
  }
}
