// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.audit.blocks;

import static org.grasslandcarbon.domain.value.Detail.zh;

import com.google.protobuf.ByteString;
import com.google.protobuf.CodedInputStream;
import com.google.protobuf.InvalidProtocolBufferException;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.BlockData;
import org.hyperledger.fabric.protos.common.BlockHeader;
import org.hyperledger.fabric.protos.common.BlockMetadata;

/**
 * The files in which a peer of Fabric keeps its blocks ({@code ledgersData/chains/chains/CHANNEL/
 * blockfile_000000} and on), read in their order. A peer's own way of writing a block is not the
 * one on the wire: header, transactions and metadata one after the other, each with its length,
 * behind the length of all. They should be copies, or the peer's at rest.
 */
public final class PeerBlockFiles implements BlockSource {
  private static final String NAME = "blockfile_";

  /** A block of the network has at most some 100 MB: a length beyond is damage. */
  private static final int BLOCK_MOST = 512 << 20;

  private final Iterator<Path> files;
  private final long from;
  private InputStream open;
  private String name = "";

  private PeerBlockFiles(List<Path> files, long from) {
    this.files = files.iterator();
    this.from = from;
  }

  /** Whether a folder has such files. */
  public static boolean areIn(Path folder) {
    return !in(folder).isEmpty();
  }

  /**
   * Opens a folder.
   *
   * @param from the first block that is wanted
   * @throws BlocksUnreadableException when it cannot be read
   */
  public static PeerBlockFiles open(Path folder, long from) {
    return new PeerBlockFiles(in(folder), from);
  }

  private static List<Path> in(Path folder) {
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(file -> file.getFileName().toString().startsWith(NAME)).sorted().toList();
    } catch (IOException e) {
      throw BlocksUnreadableException.unreachable(
          zh("文件夹 %s 无法读取").en("the folder %s cannot be read", folder), e);
    }
  }

  @Override
  public Optional<Block> next() {
    try {
      Optional<Block> block = read();
      while (block.isPresent()
          && Long.compareUnsigned(block.get().getHeader().getNumber(), from) < 0) {
        block = read();
      }
      return block;
    } catch (EOFException e) {
      // A block that a running peer was writing, or one that was cut off.
      throw BlocksUnreadableException.damaged(
          zh("文件 %s 在一个区块中间结束").en("the file %s ends within a block", name), e);
    } catch (InvalidProtocolBufferException e) {
      throw BlocksUnreadableException.damaged(
          zh("文件 %s 中有内容不是区块").en("there is something in the file %s that is no block", name), e);
    } catch (IOException e) {
      throw BlocksUnreadableException.unreachable(
          zh("文件 %s 无法读取").en("the file %s cannot be read", name), e);
    }
  }

  private Optional<Block> read() throws IOException {
    int first = open == null ? -1 : open.read();
    while (first < 0) {
      closeFile();
      if (!files.hasNext()) {
        return Optional.empty();
      }
      Path file = files.next();
      name = file.getFileName().toString();
      open = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
      first = open.read();
    }
    int length = CodedInputStream.readRawVarint32(first, open);
    if (length <= 0 || length > BLOCK_MOST) {
      throw new InvalidProtocolBufferException("no length of a block");
    }
    byte[] bytes = open.readNBytes(length);
    if (bytes.length < length) {
      throw new EOFException();
    }
    return Optional.of(block(CodedInputStream.newInstance(bytes)));
  }

  private static Block block(CodedInputStream in) throws IOException {
    BlockHeader.Builder header = BlockHeader.newBuilder().setNumber(in.readRawVarint64());
    header.setDataHash(bytes(in)).setPreviousHash(bytes(in));
    BlockData.Builder data = BlockData.newBuilder();
    long transactions = in.readRawVarint64();
    for (long i = 0; i < transactions; i++) {
      data.addData(bytes(in));
    }
    BlockMetadata.Builder metadata = BlockMetadata.newBuilder();
    long slots = in.readRawVarint64();
    for (long i = 0; i < slots; i++) {
      metadata.addMetadata(bytes(in));
    }
    return Block.newBuilder().setHeader(header).setData(data).setMetadata(metadata).build();
  }

  private static ByteString bytes(CodedInputStream in) throws IOException {
    return in.readBytes();
  }

  private void closeFile() throws IOException {
    if (open != null) {
      open.close();
      open = null;
    }
  }

  @Override
  public Optional<Long> newest() {
    return Optional.empty();
  }

  @Override
  public String description() {
    return "peer's block files";
  }

  @Override
  public void close() {
    try {
      closeFile();
    } catch (IOException e) {
      throw BlocksUnreadableException.unreachable(
          zh("文件 %s 无法关闭").en("the file %s cannot be closed", name), e);
    }
  }
}
