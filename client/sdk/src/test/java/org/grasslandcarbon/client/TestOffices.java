// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.client;

import com.google.protobuf.ByteString;
import com.google.protobuf.Timestamp;
import java.io.IOException;
import java.io.StringWriter;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x9.ECNamedCurveTable;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.crypto.signers.StandardDSAEncoding;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.grasslandcarbon.domain.certificate.RetirementCertificate.Endorsement;
import org.grasslandcarbon.domain.certificate.RetirementCertificate.Evidence;
import org.grasslandcarbon.domain.certificate.TrustFile;
import org.grasslandcarbon.domain.ledger.StateStore;
import org.grasslandcarbon.domain.registry.StateAttestation;
import org.hyperledger.fabric.protos.common.ChannelHeader;
import org.hyperledger.fabric.protos.common.HeaderType;
import org.hyperledger.fabric.protos.ledger.rwset.NsReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.TxReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVRWSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVRead;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.Version;
import org.hyperledger.fabric.protos.msp.SerializedIdentity;
import org.hyperledger.fabric.protos.peer.ChaincodeAction;
import org.hyperledger.fabric.protos.peer.ChaincodeID;
import org.hyperledger.fabric.protos.peer.ChaincodeInput;
import org.hyperledger.fabric.protos.peer.ChaincodeInvocationSpec;
import org.hyperledger.fabric.protos.peer.ChaincodeProposalPayload;
import org.hyperledger.fabric.protos.peer.ChaincodeSpec;
import org.hyperledger.fabric.protos.peer.ProposalResponsePayload;
import org.hyperledger.fabric.protos.peer.Response;

/**
 * An office's authority and what its peers sign, made from Fabric's messages here, by other code
 * than the gateway's, so that each part can be wrong by itself.
 */
final class TestOffices {
  static final Instant EARLY = Instant.parse("2020-01-01T00:00:00Z");
  static final Instant LATE = Instant.parse("2040-01-01T00:00:00Z");

  private static final BigInteger ORDER = ECNamedCurveTable.getByName("P-256").getN();

  private TestOffices() {}

  /** A certificate and its key. */
  record Identity(String mspId, X509Certificate certificate, KeyPair keys) {
    String base64() {
      try {
        return Base64.getEncoder().encodeToString(certificate.getEncoded());
      } catch (GeneralSecurityException e) {
        throw new AssertionError(e);
      }
    }

    TrustFile.Root root() {
      return new TrustFile.Root(base64(), EARLY, Optional.empty(), Optional.empty());
    }

    private ByteString serialized() {
      StringWriter text = new StringWriter();
      try (JcaPEMWriter pem = new JcaPEMWriter(text)) {
        pem.writeObject(certificate);
      } catch (IOException e) {
        throw new AssertionError(e);
      }
      return SerializedIdentity.newBuilder()
          .setMspid(mspId)
          .setIdBytes(ByteString.copyFromUtf8(text.toString()))
          .build()
          .toByteString();
    }

    /** Signs as a peer does, with the lower s unless told otherwise. */
    Endorsement endorse(byte[] response, boolean low) {
      try {
        ByteString endorser = serialized();
        Signature signature = Signature.getInstance("SHA256withECDSA");
        signature.initSign(keys.getPrivate());
        signature.update(response);
        signature.update(endorser.toByteArray());
        BigInteger[] rs = StandardDSAEncoding.INSTANCE.decode(ORDER, signature.sign());
        boolean isLow = rs[1].compareTo(ORDER.shiftRight(1)) <= 0;
        BigInteger s = isLow == low ? rs[1] : ORDER.subtract(rs[1]);
        return new Endorsement(
            Base64.getEncoder().encodeToString(endorser.toByteArray()),
            Base64.getEncoder()
                .encodeToString(StandardDSAEncoding.INSTANCE.encode(ORDER, rs[0], s)));
      } catch (GeneralSecurityException | IOException e) {
        throw new AssertionError(e);
      }
    }
  }

  /** An authority, valid from early to late. */
  static Identity authority(String mspId) {
    KeyPair keys = keys();
    X500Name name = new X500Name("O=" + mspId + ",CN=ca." + mspId);
    return new Identity(mspId, issue(name, keys, name, keys, EARLY, LATE, true), keys);
  }

  /** A node or person of an office. */
  static Identity issued(Identity authority, String unit, Instant from, Instant to) {
    KeyPair keys = keys();
    X500Name issuer =
        X500Name.getInstance(authority.certificate().getSubjectX500Principal().getEncoded());
    X500Name subject = new X500Name("OU=" + unit + ",CN=" + unit + "0");
    return new Identity(
        authority.mspId(), issue(issuer, authority.keys(), subject, keys, from, to, false), keys);
  }

  private static X509Certificate issue(
      X500Name issuer,
      KeyPair issuerKeys,
      X500Name subject,
      KeyPair keys,
      Instant from,
      Instant to,
      boolean authority) {
    try {
      return new JcaX509CertificateConverter()
          .getCertificate(
              new JcaX509v3CertificateBuilder(
                      issuer,
                      BigInteger.valueOf(System.nanoTime()),
                      Date.from(from),
                      Date.from(to),
                      subject,
                      keys.getPublic())
                  .addExtension(Extension.basicConstraints, true, new BasicConstraints(authority))
                  .build(
                      new JcaContentSignerBuilder("SHA256withECDSA")
                          .build(issuerKeys.getPrivate())));
    } catch (GeneralSecurityException | IOException | OperatorCreationException e) {
      throw new AssertionError(e);
    }
  }

  private static KeyPair keys() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  /** A call of the chaincode and the answer to it. */
  static final class Call {
    String channel = "grassland";
    String chaincode = "registry";
    String function = "attest";
    Instant at = Instant.parse("2025-06-01T00:00:00Z");
    long block = 7;
    boolean writes;
    boolean highS;
    private final List<String> keys;
    private final StateStore store;

    Call(List<String> keys, StateStore store) {
      this.keys = keys;
      this.store = store;
    }

    /** What these have signed about it. */
    Evidence signedBy(String instruction, List<Identity> peers) {
      byte[] channelHeader =
          ChannelHeader.newBuilder()
              .setType(HeaderType.ENDORSER_TRANSACTION_VALUE)
              .setChannelId(channel)
              .setTimestamp(
                  Timestamp.newBuilder().setSeconds(at.getEpochSecond()).setNanos(at.getNano()))
              .build()
              .toByteArray();
      byte[] signatureHeader = {};
      ChaincodeInput.Builder input =
          ChaincodeInput.newBuilder().addArgs(ByteString.copyFromUtf8(function));
      keys.forEach(key -> input.addArgs(ByteString.copyFromUtf8(key)));
      byte[] proposal =
          ChaincodeProposalPayload.newBuilder()
              .setInput(
                  ChaincodeInvocationSpec.newBuilder()
                      .setChaincodeSpec(
                          ChaincodeSpec.newBuilder()
                              .setChaincodeId(ChaincodeID.newBuilder().setName(chaincode))
                              .setInput(input))
                      .build()
                      .toByteString())
              .build()
              .toByteArray();
      byte[] response = response(channelHeader, proposal);
      return new Evidence(
          base64(channelHeader),
          peers.stream().map(peer -> peer.endorse(response, !highS)).toList(),
          instruction,
          base64(proposal),
          base64(response),
          base64(signatureHeader),
          Evidence.TYPE);
    }

    private byte[] response(byte[] channelHeader, byte[] proposal) {
      KVRWSet.Builder set = KVRWSet.newBuilder();
      List<byte[]> values = store.getAll(keys);
      for (int i = 0; i < keys.size(); i++) {
        KVRead.Builder read = KVRead.newBuilder().setKey(keys.get(i));
        if (values.get(i) != null) {
          read.setVersion(Version.newBuilder().setBlockNum(block).setTxNum(1));
        }
        set.addReads(read);
      }
      if (writes) {
        set.addWritesBuilder().setKey("k");
      }
      try {
        MessageDigest hash = MessageDigest.getInstance("SHA-256");
        hash.update(channelHeader);
        hash.update(proposal);
        return ProposalResponsePayload.newBuilder()
            .setProposalHash(ByteString.copyFrom(hash.digest()))
            .setExtension(
                ChaincodeAction.newBuilder()
                    .setChaincodeId(ChaincodeID.newBuilder().setName(chaincode))
                    .setResponse(
                        Response.newBuilder()
                            .setStatus(200)
                            .setPayload(ByteString.copyFrom(StateAttestation.of(keys, store))))
                    .setResults(
                        TxReadWriteSet.newBuilder()
                            .addNsRwset(
                                NsReadWriteSet.newBuilder()
                                    .setNamespace(chaincode)
                                    .setRwset(set.build().toByteString()))
                            .build()
                            .toByteString())
                    .build()
                    .toByteString())
            .build()
            .toByteArray();
      } catch (GeneralSecurityException e) {
        throw new AssertionError(e);
      }
    }

    private static String base64(byte[] bytes) {
      return Base64.getEncoder().encodeToString(bytes);
    }
  }
}
