// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.audit.paper;

import com.google.protobuf.ByteString;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.grasslandcarbon.domain.ledger.StateStore;
import org.grasslandcarbon.domain.registry.Registry;
import org.grasslandcarbon.domain.testing.TestLedger;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.BlockData;
import org.hyperledger.fabric.protos.common.BlockHeader;
import org.hyperledger.fabric.protos.common.BlockMetadata;
import org.hyperledger.fabric.protos.common.ChannelHeader;
import org.hyperledger.fabric.protos.common.Config;
import org.hyperledger.fabric.protos.common.ConfigEnvelope;
import org.hyperledger.fabric.protos.common.ConfigGroup;
import org.hyperledger.fabric.protos.common.ConfigSignature;
import org.hyperledger.fabric.protos.common.ConfigUpdate;
import org.hyperledger.fabric.protos.common.ConfigUpdateEnvelope;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.common.Header;
import org.hyperledger.fabric.protos.common.HeaderType;
import org.hyperledger.fabric.protos.common.IdentifierHeader;
import org.hyperledger.fabric.protos.common.LastConfig;
import org.hyperledger.fabric.protos.common.MSPRole;
import org.hyperledger.fabric.protos.common.Metadata;
import org.hyperledger.fabric.protos.common.MetadataSignature;
import org.hyperledger.fabric.protos.common.OrdererBlockMetadata;
import org.hyperledger.fabric.protos.common.Payload;
import org.hyperledger.fabric.protos.common.SignatureHeader;
import org.hyperledger.fabric.protos.peer.ApplicationPolicy;
import org.hyperledger.fabric.protos.peer.TxValidationCode;
import org.hyperledger.fabric.protos.peer.lifecycle.ChaincodeEndorsementInfo;
import org.hyperledger.fabric.protos.peer.lifecycle.ChaincodeValidationInfo;
import org.hyperledger.fabric.protos.peer.lifecycle.StateData;

/**
 * Four offices, each with an authority, an orderer and a peer, and the blocks that they make. What
 * is honest is done by {@link #submit}; for the rest a test has every piece in its hands.
 */
public final class PaperNetwork {
  public static final String CHANNEL = "grassland";
  public static final String CHAINCODE = "registry";

  /** The organisation that founds the registry of a {@link TestLedger}. */
  private static final List<String> OFFICES =
      List.of("BeijingMSP", TestLedger.ORGANISATION, "HebeiMSP", "TianjinMSP");

  private static final String LIFECYCLE = "_lifecycle";

  private final List<Authority> authorities = new ArrayList<>();
  private final List<Holder> orderers = new ArrayList<>();
  private final List<Holder> peers = new ArrayList<>();
  private final List<Holder> admins = new ArrayList<>();
  private final Holder gateway;
  private final PaperState state = new PaperState();
  private final List<Block> blocks = new ArrayList<>();
  private final Registry registry =
      new Registry(Runnable::run, Set.of(TestLedger.ORGANISATION), (where, defect) -> {});
  private Config config;
  private long configBlock;
  private String version = "1";
  private long sequence;

  /** A network whose registry's chaincode is agreed upon in the first block after the genesis. */
  public PaperNetwork() {
    for (String mspId : OFFICES) {
      Authority authority = new Authority(mspId);
      authorities.add(authority);
      orderers.add(authority.issue("orderer." + mspId, "orderer"));
      peers.add(authority.issue("peer." + mspId, "peer"));
      admins.add(authority.issue("admin." + mspId, "admin"));
    }
    gateway = authorities.get(1).issue("gateway", "client");
    config = PaperConfiguration.genesis(authorities, orderers);
    ByteString genesis = configEnvelope(config, Envelope.getDefaultInstance());
    blocks.add(
        block(
            BlockHeader.newBuilder().setNumber(0).setDataHash(dataHash(List.of(genesis))).build(),
            List.of(genesis),
            List.of(TxValidationCode.VALID),
            List.of()));
    define("1", 3);
  }

  /** A network on which all that was submitted to a ledger has been submitted. */
  public static PaperNetwork replaying(TestLedger ledger) {
    PaperNetwork network = new PaperNetwork();
    network.found(ledger);
    ledger.sent().forEach(sent -> network.submit(sent));
    return network;
  }

  /** Founds the registry as a ledger's was. */
  public void found(TestLedger ledger) {
    Instant at = ledger.sent().isEmpty() ? ledger.time() : ledger.sent().get(0).at();
    commit(call(at, "bootstrap", List.of(ledger.founding())).endorsedBy(peers));
  }

  /** Submits what was submitted to a ledger, as all of it goes when nobody lies. */
  public PaperTransaction submit(TestLedger.Sent sent) {
    return submit(sent, honest -> {});
  }

  /** Submits with something changed by the offices that endorse it, which are three of four. */
  public PaperTransaction submit(TestLedger.Sent sent, Consumer<PaperTransaction> lie) {
    PaperTransaction transaction =
        call(sent.at(), "submit", sent.instructions()).endorsedBy(peers.subList(0, 3));
    lie.accept(transaction);
    commit(transaction);
    return transaction;
  }

  /** A call of the registry as the rules answer it; endorsed by nobody yet. */
  public PaperTransaction call(Instant at, String function, List<byte[]> arguments) {
    List<ByteString> all = new ArrayList<>(List.of(ByteString.copyFromUtf8(function)));
    arguments.forEach(each -> all.add(ByteString.copyFrom(each)));
    PaperTransaction transaction =
        new PaperTransaction(CHANNEL, CHAINCODE, version, at, all, state).signedBy(gateway);
    StateStore store = new Recording(transaction);
    transaction.answering(
        switch (function) {
          case "submit" -> registry.submit(arguments, at, store);
          case "bootstrap" ->
              registry.bootstrap(arguments.get(0), TestLedger.ORGANISATION, at, store);
          default -> new byte[0];
        });
    return transaction;
  }

  private final class Recording implements StateStore {
    private final PaperTransaction transaction;

    private Recording(PaperTransaction transaction) {
      this.transaction = transaction;
    }

    @Override
    public List<byte[]> getAll(List<String> keys) {
      List<byte[]> values = new ArrayList<>();
      for (String key : keys) {
        transaction.read(key);
        PaperState.Entry entry = state.find(CHAINCODE, key);
        values.add(entry == null ? null : entry.value());
      }
      return values;
    }

    @Override
    public void putAll(SortedMap<String, byte[]> entries) {
      transaction.writes().putAll(entries);
    }
  }

  /** A transaction of another chaincode, endorsed by all. */
  public PaperTransaction callOf(String chaincode, Instant at) {
    return new PaperTransaction(
            CHANNEL, chaincode, "1", at, List.of(ByteString.copyFromUtf8("mend")), state)
        .signedBy(gateway)
        .endorsedBy(peers);
  }

  /** Agrees on a definition of the registry's chaincode, so many of the offices to endorse. */
  public void define(String newVersion, int endorsements) {
    version = newVersion;
    define(CHAINCODE, newVersion, endorsements);
  }

  /** Agrees on a definition of any chaincode. */
  public void define(String chaincode, String newVersion, int endorsements) {
    define(chaincode, newVersion, endorsements, OFFICES);
  }

  /** The registry's chaincode is to be endorsed by the offices there were and one that joined. */
  public void defineWith(String joined, int endorsements) {
    List<String> all = new ArrayList<>(OFFICES);
    all.add(joined);
    define(CHAINCODE, version, endorsements, all);
  }

  private void define(String chaincode, String newVersion, int endorsements, List<String> offices) {
    sequence++;
    PaperTransaction commit =
        new PaperTransaction(
                CHANNEL,
                LIFECYCLE,
                "syscc",
                Instant.parse("2025-01-01T00:00:00Z"),
                List.of(ByteString.copyFromUtf8("CommitChaincodeDefinition")),
                state)
            .signedBy(gateway)
            .endorsedBy(peers);
    SortedMap<String, byte[]> fields = new TreeMap<>();
    fields.put("Sequence", StateData.newBuilder().setInt64(sequence).build().toByteArray());
    fields.put(
        "EndorsementInfo",
        bytes(ChaincodeEndorsementInfo.newBuilder().setVersion(newVersion).build().toByteString()));
    ByteString policy =
        ApplicationPolicy.newBuilder()
            .setSignaturePolicy(
                PaperConfiguration.outOf(endorsements, MSPRole.MSPRoleType.PEER, offices))
            .build()
            .toByteString();
    fields.put(
        "ValidationInfo",
        bytes(
            ChaincodeValidationInfo.newBuilder()
                .setValidationPlugin("vscc")
                .setValidationParameter(policy)
                .build()
                .toByteString()));
    fields.forEach(
        (name, value) -> commit.writes().put("namespaces/fields/" + chaincode + "/" + name, value));
    commit(commit);
  }

  private static byte[] bytes(ByteString value) {
    return StateData.newBuilder().setBytes(value).build().toByteArray();
  }

  /** Puts a transaction into a block of its own, as valid. */
  public Block commit(PaperTransaction transaction) {
    state.put(transaction.chaincode(), transaction.writes(), blocks.size(), 0);
    return cut(List.of(transaction.envelope()), List.of(TxValidationCode.VALID));
  }

  /** Makes the next block, signed by three of the four orderers. */
  public Block cut(List<ByteString> envelopes, List<TxValidationCode> codes) {
    return cut(envelopes, codes, orderers.subList(0, 3));
  }

  /** Makes the next block with some signatures. */
  public Block cut(List<ByteString> envelopes, List<TxValidationCode> codes, List<Holder> signing) {
    BlockHeader header =
        BlockHeader.newBuilder()
            .setNumber(blocks.size())
            .setPreviousHash(hash(blocks.get(blocks.size() - 1).getHeader()))
            .setDataHash(dataHash(envelopes))
            .build();
    Block block = block(header, envelopes, codes, signing);
    blocks.add(block);
    return block;
  }

  private Block block(
      BlockHeader header,
      List<ByteString> envelopes,
      List<TxValidationCode> codes,
      List<Holder> signing) {
    byte[] outcomes = new byte[codes.size()];
    for (int i = 0; i < outcomes.length; i++) {
      outcomes[i] = (byte) codes.get(i).getNumber();
    }
    return Block.newBuilder()
        .setHeader(header)
        .setData(BlockData.newBuilder().addAllData(envelopes))
        .setMetadata(
            BlockMetadata.newBuilder()
                .addMetadata(signing.isEmpty() ? ByteString.EMPTY : signatures(header, signing))
                .addMetadata(ByteString.EMPTY)
                .addMetadata(ByteString.copyFrom(outcomes))
                .addMetadata(ByteString.EMPTY)
                .addMetadata(ByteString.EMPTY))
        .build();
  }

  /** As SmartBFT signs: each by its number. */
  public ByteString signatures(BlockHeader header, List<Holder> signing) {
    ByteString value =
        OrdererBlockMetadata.newBuilder()
            .setLastConfig(LastConfig.newBuilder().setIndex(configBlock))
            .build()
            .toByteString();
    Metadata.Builder metadata = Metadata.newBuilder().setValue(value);
    for (Holder each : signing) {
      ByteString identifier =
          IdentifierHeader.newBuilder()
              .setIdentifier(orderers.indexOf(each) + 1)
              .setNonce(ByteString.copyFromUtf8("n"))
              .build()
              .toByteString();
      metadata.addSignatures(
          MetadataSignature.newBuilder()
              .setIdentifierHeader(identifier)
              .setSignature(each.sign(value, identifier, headerBytes(header))));
    }
    return metadata.build().toByteString();
  }

  /** Changes the configuration as an update of the whole, signed by some. */
  public void reconfigure(UnaryOperator<ConfigGroup> change, List<Holder> signing) {
    reconfigure(change, signing, UnaryOperator.identity());
  }

  /** The same, with something else than the update says as its result. */
  public void reconfigure(
      UnaryOperator<ConfigGroup> change, List<Holder> signing, UnaryOperator<Config> lie) {
    ConfigGroup changed = change.apply(config.getChannelGroup());
    ByteString update =
        ConfigUpdate.newBuilder()
            .setChannelId(CHANNEL)
            .setReadSet(config.getChannelGroup())
            .setWriteSet(changed)
            .build()
            .toByteString();
    ConfigUpdateEnvelope.Builder signed = ConfigUpdateEnvelope.newBuilder().setConfigUpdate(update);
    for (Holder each : signing) {
      ByteString header =
          SignatureHeader.newBuilder()
              .setCreator(each.serialized())
              .setNonce(ByteString.copyFromUtf8("n"))
              .build()
              .toByteString();
      signed.addSignatures(
          ConfigSignature.newBuilder()
              .setSignatureHeader(header)
              .setSignature(each.sign(header, update)));
    }
    Envelope last =
        Envelope.newBuilder()
            .setPayload(
                Payload.newBuilder().setData(signed.build().toByteString()).build().toByteString())
            .build();
    config =
        lie.apply(
            Config.newBuilder()
                .setSequence(config.getSequence() + 1)
                .setChannelGroup(changed)
                .build());
    ByteString envelope = configEnvelope(config, last);
    configBlock = blocks.size();
    cut(List.of(envelope), List.of(TxValidationCode.VALID));
  }

  private ByteString configEnvelope(Config newConfig, Envelope last) {
    ByteString payload =
        Payload.newBuilder()
            .setHeader(
                Header.newBuilder()
                    .setChannelHeader(
                        ChannelHeader.newBuilder()
                            .setType(HeaderType.CONFIG_VALUE)
                            .setChannelId(CHANNEL)
                            .build()
                            .toByteString())
                    .setSignatureHeader(
                        SignatureHeader.newBuilder()
                            .setCreator(orderers.get(0).serialized())
                            .setNonce(ByteString.copyFrom(random()))
                            .build()
                            .toByteString()))
            .setData(
                ConfigEnvelope.newBuilder()
                    .setConfig(newConfig)
                    .setLastUpdate(last)
                    .build()
                    .toByteString())
            .build()
            .toByteString();
    return Envelope.newBuilder()
        .setPayload(payload)
        .setSignature(orderers.get(0).sign(payload))
        .build()
        .toByteString();
  }

  private static byte[] random() {
    byte[] nonce = new byte[24];
    new SecureRandom().nextBytes(nonce);
    return nonce;
  }

  /** All blocks, in their order. */
  public List<Block> blocks() {
    return new ArrayList<>(blocks);
  }

  public PaperState state() {
    return state;
  }

  public List<Authority> authorities() {
    return authorities;
  }

  public List<Holder> orderers() {
    return orderers;
  }

  public List<Holder> peers() {
    return peers;
  }

  public List<Holder> admins() {
    return admins;
  }

  /** The hash of the first block, hexadecimal. */
  public String genesisHash() {
    return java.util.HexFormat.of().formatHex(hash(blocks.get(0).getHeader()).toByteArray());
  }

  public static ByteString hash(BlockHeader header) {
    return ByteString.copyFrom(PaperTransaction.sha256(headerBytes(header)));
  }

  public static ByteString dataHash(List<ByteString> envelopes) {
    return ByteString.copyFrom(PaperTransaction.sha256(envelopes.toArray(ByteString[]::new)));
  }

  static ByteString headerBytes(BlockHeader header) {
    try {
      return ByteString.copyFrom(
          new DERSequence(
                  Arrays.<ASN1Encodable>asList(
                          new ASN1Integer(BigInteger.valueOf(header.getNumber())),
                          new DEROctetString(header.getPreviousHash().toByteArray()),
                          new DEROctetString(header.getDataHash().toByteArray()))
                      .toArray(ASN1Encodable[]::new))
              .getEncoded());
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
