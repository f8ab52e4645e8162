// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.audit.channel;

import static org.grasslandcarbon.domain.value.Detail.zh;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.grasslandcarbon.domain.value.Detail;
import org.hyperledger.fabric.protos.common.Consenter;
import org.hyperledger.fabric.protos.common.IdentifierHeader;
import org.hyperledger.fabric.protos.common.Metadata;
import org.hyperledger.fabric.protos.common.MetadataSignature;
import org.hyperledger.fabric.protos.common.OrdererBlockMetadata;
import org.hyperledger.fabric.protos.common.SignatureHeader;
import org.hyperledger.fabric.protos.msp.SerializedIdentity;

/**
 * The signatures under a block's header: by the policy {@code BlockValidation} of the configuration
 * before the block, and where blocks are ordered by SmartBFT by a quorum of the consenters as well,
 * whatever that policy says.
 */
public final class OrdererSignatures {
  private static final String POLICY = "/Channel/Orderer/BlockValidation";

  private final Set<Member> signers = new LinkedHashSet<>();
  private final Set<Integer> consenters = new HashSet<>();
  private final Configuration configuration;
  private int wrong;
  private long lastConfig = -1;

  private OrdererSignatures(Configuration configuration) {
    this.configuration = configuration;
  }

  /**
   * Verifies them.
   *
   * @param slot the block's metadata of signatures
   * @param header the header's bytes, of which each signature is
   */
  public static OrdererSignatures of(
      Configuration configuration, ByteString slot, ByteString header) {
    OrdererSignatures all = new OrdererSignatures(configuration);
    try {
      Metadata metadata = Metadata.parseFrom(slot);
      all.lastConfig =
          OrdererBlockMetadata.parseFrom(metadata.getValue()).getLastConfig().getIndex();
      for (MetadataSignature each : metadata.getSignaturesList()) {
        all.take(each, metadata.getValue(), header);
      }
    } catch (InvalidProtocolBufferException e) {
      all.wrong++;
    }
    return all;
  }

  private void take(MetadataSignature each, ByteString value, ByteString header)
      throws InvalidProtocolBufferException {
    boolean byNumber =
        configuration.isByzantine()
            && each.getSignatureHeader().isEmpty()
            && !each.getIdentifierHeader().isEmpty();
    Optional<Member> signer =
        byNumber
            ? consenter(IdentifierHeader.parseFrom(each.getIdentifierHeader()).getIdentifier())
            : configuration
                .membership()
                .identify(SignatureHeader.parseFrom(each.getSignatureHeader()).getCreator());
    ByteString signed = byNumber ? each.getIdentifierHeader() : each.getSignatureHeader();
    if (signer.isPresent() && signer.get().signed(each.getSignature(), value, signed, header)) {
      if (signers.add(signer.get())) {
        consenterOf(signer.get()).ifPresent(consenters::add);
      }
    } else {
      wrong++;
    }
  }

  private Optional<Member> consenter(int id) {
    return configuration.consenters().stream()
        .filter(each -> each.getId() == id)
        .findFirst()
        .flatMap(this::member);
  }

  private Optional<Member> member(Consenter consenter) {
    return configuration
        .membership()
        .identify(
            SerializedIdentity.newBuilder()
                .setMspid(consenter.getMspId())
                .setIdBytes(consenter.getIdentity())
                .build()
                .toByteString());
  }

  private Optional<Integer> consenterOf(Member signer) {
    return configuration.consenters().stream()
        .filter(each -> member(each).filter(signer::equals).isPresent())
        .map(Consenter::getId)
        .findFirst();
  }

  /** Which block the orderers say is the last configuration; below zero when they say nothing. */
  public long lastConfig() {
    return lastConfig;
  }

  /** Why they are not enough; empty when they are. */
  public Optional<Detail> fault() {
    List<Member> all = new ArrayList<>(signers);
    if (!configuration.policy(POLICY).satisfiedBy(all)) {
      return Optional.of(
          zh("有效签名 %s 个，无效 %s 个，不满足策略 BlockValidation")
              .en(
                  "%s valid signatures and %s others do not satisfy the policy BlockValidation",
                  all.size(), wrong));
    }
    if (configuration.isByzantine()) {
      long valid =
          consenters.stream()
              .filter(id -> consenter(id).filter(each -> each.fault().isEmpty()).isPresent())
              .count();
      int quorum = quorum(configuration.consenters().size());
      if (valid < quorum) {
        return Optional.of(
            zh("%s 个排序节点中须有 %s 个签署，有效的有 %s 个")
                .en(
                    "of %s orderers %s must sign, and %s have",
                    configuration.consenters().size(), quorum, valid));
      }
    }
    return Optional.empty();
  }

  /** How many of n must sign so that any two quorums share an honest one. */
  private static int quorum(int n) {
    int faulty = (n - 1) / 3;
    return (n + faulty + 2) / 2;
  }
}
