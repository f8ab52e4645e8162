// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.audit;

import static org.grasslandcarbon.domain.value.Detail.zh;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.grasslandcarbon.audit.blocks.BlockHashes;
import org.grasslandcarbon.audit.channel.Configuration;
import org.grasslandcarbon.domain.certificate.TrustFile;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.value.BadValueException;
import org.grasslandcarbon.domain.value.Detail;
import org.grasslandcarbon.domain.value.Sha256;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.BlockHeader;

/**
 * What an audit begins from: blocks prove only what follows from the first of them, so that
 * somebody must say which that is, and must have it another way than the blocks.
 */
public sealed interface TrustAnchor {
  /** Why a first block is not this one; empty when it is. */
  Optional<Detail> fault(ByteString headerHash, Configuration configuration);

  /** What of the first block is believed although the anchor does not say it; empty mostly. */
  default Optional<Detail> unproven() {
    return Optional.empty();
  }

  /** For the report, and so that no audit goes on from another. */
  String description();

  /**
   * The anchor that the first block itself is.
   *
   * @param block the file's bytes
   * @throws BadValueException when they are no block, or another than the first
   */
  static TrustAnchor ofGenesis(byte[] block) {
    try {
      BlockHeader header = Block.parseFrom(block).getHeader();
      if (header.getNumber() == 0 && !header.getDataHash().isEmpty()) {
        return new GenesisHash(
            HexFormat.of().formatHex(BlockHashes.headerHash(header).toByteArray()));
      }
    } catch (InvalidProtocolBufferException e) {
      throw notFirst();
    }
    throw notFirst();
  }

  private static BadValueException notFirst() {
    return new BadValueException(zh("文件不是第一个区块").en("the file is not the first block"));
  }

  /**
   * The hash of the first block's header, which names every byte of it.
   *
   * @param hash SHA-256, hexadecimal
   */
  record GenesisHash(String hash) implements TrustAnchor {
    @Override
    public Optional<Detail> fault(ByteString headerHash, Configuration configuration) {
      String found = HexFormat.of().formatHex(headerHash.toByteArray());
      return found.equals(hash)
          ? Optional.empty()
          : Optional.of(zh("其哈希为 %s，而非 %s").en("its hash is %s and not %s", found, hash));
    }

    @Override
    public String description() {
      return "genesis block " + hash;
    }
  }

  /**
   * The offices' trust file. It names the first block, as a hash does; an older one does not, and
   * then the organisations of the first configuration, those that act and those that order, must be
   * those of the file, with no root but those. What they agreed on among themselves, the policies
   * and who orders, is taken from the block itself.
   *
   * @param file the trust file with which certificates are verified
   */
  record Roots(TrustFile file) implements TrustAnchor {
    @Override
    public Optional<Detail> fault(ByteString headerHash, Configuration configuration) {
      if (!configuration.channel().equals(file.channel())) {
        return Optional.of(
            zh("通道为 %s，而非 %s")
                .en("the channel is %s and not %s", configuration.channel(), file.channel()));
      }
      if (file.genesis().isPresent()) {
        return new GenesisHash(file.genesis().get().value()).fault(headerHash, configuration);
      }
      Set<String> acting = configuration.applicationOrganisations();
      for (TrustFile.Organisation each : file.organisations()) {
        if (!acting.contains(each.mspId())) {
          return Optional.of(
              zh("信任文件中的机构 %s 不在第一个配置中")
                  .en("%s of the trust file is not in the first configuration", each.mspId()));
        }
      }
      return Stream.concat(acting.stream(), configuration.orderingOrganisations().stream())
          .flatMap(mspId -> fault(mspId, configuration).stream())
          .findFirst();
    }

    /** Why an organisation is not the one in the file; empty when it is. */
    private Optional<Detail> fault(String mspId, Configuration configuration) {
      List<TrustFile.Root> known =
          file.organisations().stream()
              .filter(each -> each.mspId().equals(mspId))
              .flatMap(each -> each.roots().stream())
              .toList();
      List<String> own =
          configuration.membership().roots(mspId).stream().map(Roots::base64).toList();
      if (known.stream()
          .anyMatch(root -> root.revoked().orElse(false) && own.contains(root.certificate()))) {
        return Optional.of(
            zh("机构 %s 的根证书已被信任文件撤销").en("the trust file has revoked the root of %s", mspId));
      }
      Set<String> trusted =
          known.stream().map(TrustFile.Root::certificate).collect(Collectors.toUnmodifiableSet());
      return own.isEmpty() || !trusted.containsAll(own)
          ? Optional.of(
              zh("信任文件中没有机构 %s 的这一根证书").en("the trust file has not that root of %s", mspId))
          : Optional.empty();
    }

    @Override
    public Optional<Detail> unproven() {
      if (file.genesis().isPresent()) {
        return Optional.empty();
      }
      return Optional.of(
          zh("除根证书外均取自区块 0；其区块头哈希若与另行取得的一致，则无此保留")
              .en(
                  "all but the roots is taken from block 0; give the hash of its header, from"
                      + " elsewhere, to have it proven"));
    }

    private static String base64(X509Certificate certificate) {
      try {
        return Base64.getEncoder().encodeToString(certificate.getEncoded());
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException("a certificate that was read can be written", e);
      }
    }

    @Override
    public String description() {
      return "trust file "
          + Sha256.of(Codec.write(file)).value()
          + ", "
          + file.organisations().size()
          + " organisations of the channel "
          + file.channel();
    }
  }
}
