// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.client;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import org.grasslandcarbon.domain.value.Detail;

/** Why a file cannot be used, for people: the platform's words name its own classes. */
final class FileFault {
  private FileFault() {}

  /** The reason that a failure gives, in our own words. */
  static Detail of(Path file, IOException failure) {
    if (failure instanceof NoSuchFileException) {
      return zh("没有该文件或目录").en("there is no such file or directory");
    }
    if (failure instanceof AccessDeniedException) {
      return zh("没有访问权限").en("access to it is denied");
    }
    if (failure instanceof FileAlreadyExistsException) {
      return zh("该文件已存在").en("the file is there already");
    }
    if (failure instanceof NotDirectoryException) {
      return zh("不是目录").en("it is not a directory");
    }
    return Files.isDirectory(file)
        ? zh("这是一个目录").en("it is a directory")
        : zh("磁盘读写出错，请检查磁盘").en("reading or writing failed: check the disk");
  }
}
