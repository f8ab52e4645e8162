// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.inbox;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.grasslandcarbon.disk.AppendOnlyFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One file of frames, open at its end. For one thread. */
final class FrameFile implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(FrameFile.class);

  private final AppendOnlyFile file;

  private FrameFile(AppendOnlyFile file) {
    this.file = file;
  }

  /** A new, empty file whose name is on disk when this returns. */
  static FrameFile create(Path path) throws IOException {
    return new FrameFile(AppendOnlyFile.create(path));
  }

  /**
   * Opens a file after its good part. A torn last frame is cut off: nobody was told that it had
   * been stored.
   */
  static FrameFile reopen(Path path, Frames.Content content) throws IOException {
    AppendOnlyFile file = AppendOnlyFile.open(path);
    Optional<Path> torn = file.cutOff(content.goodBytes());
    torn.ifPresent(
        kept ->
            LOG.atWarn()
                .addKeyValue("file", path.getFileName())
                .addKeyValue("kept", kept.getFileName())
                .log("Cut off a record that a crash had left unfinished"));
    return new FrameFile(file);
  }

  /**
   * Reads a file.
   *
   * @param last whether it is the file that was being written, whose last frame may be torn
   * @throws InboxException when it is damaged
   */
  static Frames.Content read(Path path, boolean last) throws IOException {
    try (AppendOnlyFile file = AppendOnlyFile.open(path)) {
      Frames.Content content = Frames.read(file);
      boolean bad = content.goodBytes() < file.length();
      if (bad && (!last || content.goodFrameFollows())) {
        throw new InboxException(
            "收件箱的文件 "
                + path
                + " 在字节 "
                + content.goodBytes()
                + " 处已损坏，并非崩溃所致，未作任何更改；请检查磁盘并从备份恢复该文件。若没有备份，请将整个收件箱目录移走：其中账本尚未收录的指令须由发送者重新发送",
            path.getFileName()
                + " of the inbox is damaged at byte "
                + content.goodBytes()
                + (content.goodFrameFollows()
                    ? ", and records after it are good, so that no crash did this"
                    : ", and later files follow it, so that no crash did this")
                + "; nothing was changed: look for a failing disk, then restore "
                + path
                + " from a backup. If there is none, move the inbox's directory away and start with"
                + " an empty one: whatever in it the ledger does not have yet, its senders must send"
                + " again.");
      }
      return content;
    }
  }

  /**
   * Writes a frame and syncs it.
   *
   * @throws IOException when it could not be written; the file is as before, and so it is after any
   *     other failure
   * @throws AppendOnlyFile.SyncFailure when what is on disk is not known any more
   */
  void append(byte[] payload) throws IOException {
    file.append(Frames.frame(payload));
  }

  long length() {
    return file.length();
  }

  Path path() {
    return file.path();
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
