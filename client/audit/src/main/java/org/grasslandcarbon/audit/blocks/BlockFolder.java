// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.audit.blocks;

import static org.grasslandcarbon.domain.value.Detail.zh;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.WireFormat;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.hyperledger.fabric.protos.common.Block;

/**
 * A folder with a file a block, as {@code peer channel fetch} writes them; what the files are
 * called does not matter, the number is in the block. Only numbers are held in memory.
 */
public final class BlockFolder implements BlockSource {
  /** A block of the network has at most some 100 MB: what is larger is none. */
  private static final long FILE_MOST = 512L << 20;

  private final List<Path> inOrder = new ArrayList<>();
  private final Iterator<Path> rest;
  private final long newest;

  private BlockFolder(TreeMap<Long, List<Path>> byNumber, long from) {
    byNumber.tailMap(from).values().forEach(inOrder::addAll);
    rest = inOrder.iterator();
    newest = byNumber.isEmpty() ? -1 : byNumber.lastKey();
  }

  /**
   * Opens a folder.
   *
   * @param from the first block that is wanted
   * @throws BlocksUnreadableException when it cannot be read, or a file in it is no block
   */
  public static BlockFolder open(Path folder, long from) {
    TreeMap<Long, List<Path>> byNumber = new TreeMap<>(Long::compareUnsigned);
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        byNumber.computeIfAbsent(number(file), any -> new ArrayList<>()).add(file);
      }
    } catch (IOException e) {
      throw BlocksUnreadableException.unreachable(
          zh("文件夹 %s 无法读取").en("the folder %s cannot be read", folder), e);
    }
    return new BlockFolder(byNumber, from);
  }

  /** The number of the block in a file, without reading the block. */
  private static long number(Path file) throws IOException {
    if (Files.size(file) > FILE_MOST) {
      throw noBlock(file, null);
    }
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      CodedInputStream coded = CodedInputStream.newInstance(in);
      if (coded.readTag() != (1 << 3 | WireFormat.WIRETYPE_LENGTH_DELIMITED)) {
        throw noBlock(file, null);
      }
      coded.pushLimit(coded.readRawVarint32());
      int tag = coded.readTag();
      // The number of block 0 is left out, as protocol buffers do with what is zero.
      return tag == (1 << 3 | WireFormat.WIRETYPE_VARINT) ? coded.readUInt64() : 0;
    } catch (com.google.protobuf.InvalidProtocolBufferException e) {
      throw noBlock(file, e);
    }
  }

  private static BlocksUnreadableException noBlock(Path file, IOException cause) {
    return BlocksUnreadableException.damaged(
        zh("文件 %s 不是区块").en("the file %s is no block", file.getFileName()), cause);
  }

  @Override
  public Optional<Block> next() {
    if (!rest.hasNext()) {
      return Optional.empty();
    }
    Path file = rest.next();
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      return Optional.of(Block.parseFrom(in));
    } catch (com.google.protobuf.InvalidProtocolBufferException e) {
      throw noBlock(file, e);
    } catch (IOException e) {
      throw BlocksUnreadableException.unreachable(
          zh("文件 %s 无法读取").en("the file %s cannot be read", file.getFileName()), e);
    }
  }

  @Override
  public Optional<Long> newest() {
    return newest < 0 ? Optional.empty() : Optional.of(newest);
  }

  @Override
  public String description() {
    return "files";
  }

  @Override
  public void close() {
    // Files are open only while one is read.
  }
}
