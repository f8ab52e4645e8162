// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.audit.finding;

import org.grasslandcarbon.domain.value.Name;

/**
 * What an audit can find. Codes are never renamed or reused: signed reports outlive the program.
 */
public enum FindingCode {
  /** The first block is not the one that was given as the trust anchor. */
  GENESIS_NOT_TRUSTED(
      Weight.DIFFERS,
      "账本的第一个区块与给定的信任依据不符",
      "the first block is not the one that was given as the trust anchor"),
  /** A block is missing, and what comes after it cannot be derived. */
  BLOCK_MISSING(
      Weight.DIFFERS,
      "缺少区块，其后的区块无法继续推导",
      "a block is missing, and what comes after it cannot be derived"),
  /** A block is not in its place. */
  BLOCK_OUT_OF_ORDER(Weight.DIFFERS, "区块次序有误", "a block is not in its place"),
  /** A block cannot be read. */
  BLOCK_UNREADABLE(Weight.DIFFERS, "区块无法读取", "a block cannot be read"),
  /** A block does not carry the hash of the one before. */
  PREVIOUS_HASH_WRONG(
      Weight.DIFFERS, "区块未接续前一区块的哈希", "a block does not carry the hash of the one before"),
  /** A block's contents do not have the hash in its header. */
  DATA_HASH_WRONG(
      Weight.DIFFERS, "区块内容与区块头的哈希不符", "a block's contents do not have the hash in its header"),
  /** A block's entries are not each one whole transaction. */
  ENTRIES_NOT_WHOLE(
      Weight.DIFFERS, "区块的条目并非各为一笔完整的交易", "a block's entries are not each one whole transaction"),
  /** Too few orderers have signed a block. */
  ORDERER_SIGNATURES_TOO_FEW(Weight.DIFFERS, "排序节点的有效签名不足", "too few orderers have signed a block"),
  /** A block names another configuration block as the last one. */
  LAST_CONFIG_WRONG(
      Weight.DIFFERS,
      "区块所载的最近配置区块号有误",
      "a block names another configuration block as the last one"),
  /** A block does not say what became of each transaction. */
  OUTCOMES_MISSING(
      Weight.DIFFERS, "区块未载明每笔交易的结果", "a block does not say what became of each transaction"),
  /** A channel configuration cannot be read. */
  CONFIG_UNREADABLE(Weight.DIFFERS, "通道配置无法读取", "a channel configuration cannot be read"),
  /** A channel configuration does not follow the one before. */
  CONFIG_SEQUENCE_WRONG(
      Weight.DIFFERS, "通道配置的序号不连续", "a channel configuration does not follow the one before"),
  /** A change of the configuration is not signed by those who may make it. */
  CONFIG_NOT_AUTHORISED(
      Weight.DIFFERS,
      "配置变更未经有权者按修改策略签署",
      "a change of the configuration is not signed by those who may make it"),
  /** The new configuration is not the old one with the change that was signed. */
  CONFIG_NOT_WHAT_WAS_SIGNED(
      Weight.DIFFERS,
      "新的通道配置不是原配置加所签署的变更",
      "the new configuration is not the old one with the change that was signed"),
  /** A transaction counts as valid though its creator's signature or certificate is not. */
  CREATOR_NOT_VALID(
      Weight.DIFFERS,
      "交易的提交者签名或证书无效，而账本记为有效",
      "a transaction counts as valid though its creator's signature or certificate is not"),
  /** A transaction counts as valid though too few have endorsed it. */
  ENDORSEMENTS_TOO_FEW(
      Weight.DIFFERS,
      "交易的背书未满足背书策略，而账本记为有效",
      "a transaction counts as valid though too few have endorsed it"),
  /** A transaction counts as valid though it is not well formed. */
  TRANSACTION_MALFORMED(
      Weight.DIFFERS,
      "交易的格式有误，而账本记为有效",
      "a transaction counts as valid though it is not well formed"),
  /** A transaction counts as valid though its id came before. */
  TRANSACTION_TWICE(
      Weight.DIFFERS,
      "同一交易编号再次出现，而账本记为有效",
      "a transaction counts as valid though its id came before"),
  /** A transaction counts as valid though what it read had changed. */
  READ_OUTDATED(
      Weight.DIFFERS,
      "交易所读的版本已过时，而账本记为有效",
      "a transaction counts as valid though what it read had changed"),
  /** A valid transaction counts as invalid. */
  WRONGLY_REFUSED(Weight.DIFFERS, "账本将有效的交易记为无效", "a valid transaction counts as invalid"),
  /** A transaction is invalid for another reason than the ledger says. */
  REFUSED_FOR_ANOTHER_REASON(
      Weight.DIFFERS,
      "交易无效的原因与账本所记不同",
      "a transaction is invalid for another reason than the ledger says"),
  /** An instruction took effect that its participant did not sign. */
  INSTRUCTION_FORGED(
      Weight.DIFFERS,
      "账本执行了并非由该主体签署的指令",
      "an instruction took effect that its participant did not sign"),
  /** The ledger judged an instruction otherwise than the rules do. */
  RULE_BROKEN(
      Weight.DIFFERS,
      "账本对指令的裁决与规则不符",
      "the ledger judged an instruction otherwise than the rules do"),
  /** What was written is not what the rules write. */
  WRITE_DIFFERS(Weight.DIFFERS, "账本写入的内容与规则得出的不同", "what was written is not what the rules write"),
  /** What the rules write was not written. */
  WRITE_MISSING(Weight.DIFFERS, "账本未写入规则要求写入的内容", "what the rules write was not written"),
  /** Something was written that the rules do not write. */
  WRITE_TOO_MANY(
      Weight.DIFFERS, "账本写入了规则没有写入的内容", "something was written that the rules do not write"),
  /** A transaction read other keys than the rules do. */
  READS_DIFFER(Weight.DIFFERS, "交易所读的键与规则所读的不同", "a transaction read other keys than the rules do"),
  /** A transaction's response is not what the rules answer. */
  RESPONSE_DIFFERS(
      Weight.DIFFERS, "交易的应答与规则得出的不同", "a transaction's response is not what the rules answer"),
  /** A call that the registry does not know has written. */
  CALL_WRITES(
      Weight.DIFFERS, "登记系统不知道的调用写入了内容", "a call that the registry does not know has written"),
  /** A transaction of another chaincode has written to the registry's state, or definitions. */
  FOREIGN_WRITES(
      Weight.DIFFERS,
      "其他链码的交易写入了登记系统的状态或链码定义",
      "a transaction of another chaincode has written to the registry's state, or to the"
          + " definitions of chaincodes"),
  /** A valid transaction's time lies far before that of one before it. */
  TIME_RUNS_BACK(
      Weight.DIFFERS,
      "有效交易的时间远早于在它之前的交易",
      "a valid transaction's time lies far before that of one before it"),
  /** A valid transaction's time lies beyond the auditor's clock. */
  TIME_AHEAD(
      Weight.DIFFERS,
      "有效交易的时间晚于审计者的时钟",
      "a valid transaction's time lies beyond the auditor's clock"),
  /** A serial number is in two places. */
  SERIALS_OVERLAP(Weight.DIFFERS, "同一编号出现在两处", "a serial number is in two places"),
  /** A batch has serial numbers that are nowhere. */
  SERIALS_MISSING(Weight.DIFFERS, "批次的编号没有都在某处", "a batch has serial numbers that are nowhere"),
  /** There are serial numbers that were not issued. */
  SERIALS_NOT_ISSUED(Weight.DIFFERS, "存在未经签发的编号", "there are serial numbers that were not issued"),
  /** A report's issued tonnes are not its quantification rounded down. */
  ISSUED_OTHERWISE(
      Weight.DIFFERS,
      "签发数量与量化结果不符",
      "a report's issued tonnes are not its quantification rounded down"),
  /** A serial number is set apart for use abroad twice. */
  LABELS_OVERLAP(
      Weight.DIFFERS, "同一编号两次标记为境外使用", "a serial number is set apart for use abroad twice"),
  /** Serial numbers are set apart for use abroad that were not issued. */
  LABELS_NOT_ISSUED(
      Weight.DIFFERS,
      "标记为境外使用的编号未经签发",
      "serial numbers are set apart for use abroad that were not issued"),
  /** What is set apart for use abroad was surrendered at home. */
  LABELLED_SURRENDERED(
      Weight.DIFFERS,
      "标记为境外使用的减排量又用于国内履约",
      "what is set apart for use abroad was surrendered at home"),
  /** The sums of money do not agree. */
  CASH_DOES_NOT_ADD_UP(Weight.DIFFERS, "资金合计不平", "the sums of money do not agree"),
  /** A book is crossed. */
  BOOK_CROSSED(Weight.DIFFERS, "买卖盘交叉", "a book is crossed"),
  /** A record does not stand under its key, or is not in canonical form. */
  RECORD_MISPLACED(
      Weight.DIFFERS,
      "记录不在其应有的键下，或不是规范形式",
      "a record does not stand under its key, or is not in canonical form"),
  /** A peer's state is not what the blocks lead to. */
  PEER_STATE_DIFFERS(
      Weight.DIFFERS, "节点状态库中的内容与区块推导的不同", "a peer's state is not what the blocks lead to"),
  /** A peer's state lacks what the blocks lead to. */
  PEER_STATE_LACKS(
      Weight.DIFFERS, "节点状态库缺少区块推导出的内容", "a peer's state lacks what the blocks lead to"),
  /** Whether a peer's state has keys that the blocks do not lead to cannot be asked. */
  PEER_AHEAD_ONLY(
      Weight.NOT_CHECKED,
      "节点状态库多出的键无从得知",
      "whether a peer's state has keys that the blocks do not lead to cannot be asked"),
  /** The peer's state was not compared. */
  PEER_NOT_COMPARED(Weight.NOT_CHECKED, "未与节点状态库比较", "the peer's state was not compared"),
  /** A gateway shows something else than the blocks lead to. */
  PROJECTION_DIFFERS(
      Weight.DIFFERS, "网关所示与区块推导的不同", "a gateway shows something else than the blocks lead to"),
  /** A gateway does not show a record that the blocks lead to. */
  PROJECTION_LACKS(
      Weight.DIFFERS, "网关未显示区块推导出的记录", "a gateway does not show a record that the blocks lead to"),
  /** A gateway shows a record that the blocks do not lead to. */
  PROJECTION_HAS_MORE(
      Weight.DIFFERS, "网关显示了区块未推导出的记录", "a gateway shows a record that the blocks do not lead to"),
  /** What a gateway shows was not compared. */
  PROJECTION_NOT_COMPARED(Weight.NOT_CHECKED, "未与网关所示比较", "what a gateway shows was not compared"),
  /** Types of records that a gateway shows in no list were not compared. */
  PROJECTION_WITHOUT_LIST(
      Weight.NOT_CHECKED,
      "网关没有列表的记录类型未比较",
      "types of records that a gateway shows in no list were not compared"),
  /** A certificate cannot be read. */
  CERTIFICATE_UNREADABLE(Weight.DIFFERS, "证书无法读取", "a certificate cannot be read"),
  /** The ledger has no retirement that a certificate tells of. */
  CERTIFICATE_WITHOUT_RETIREMENT(
      Weight.DIFFERS, "账本上没有证书所称的注销", "the ledger has no retirement that a certificate tells of"),
  /** A certificate says something else than the ledger. */
  CERTIFICATE_DIFFERS(
      Weight.DIFFERS, "证书所载与账本不符", "a certificate says something else than the ledger"),
  /**
   * This program has not the rules of that version of the chaincode, and did not run them again.
   */
  RULES_NOT_CARRIED(
      Weight.NOT_CHECKED,
      "本程序没有该版本链码的规则，未重新执行",
      "this program has not the rules of that version of the chaincode, and did not run them"
          + " again"),
  /** Only roots were given to trust: who decides and who orders is the first block's own word. */
  GENESIS_BY_ROOTS_ONLY(
      Weight.NOT_CHECKED,
      "信任依据只有根证书：策略与排序节点取自被审计的第一个区块",
      "only roots were given to trust: policies and orderers are those of the audited first"
          + " block"),
  /** Transactions of another chaincode were not run again. */
  OTHER_CHAINCODE(
      Weight.NOT_CHECKED, "另一链码的交易，未重新执行", "transactions of another chaincode were not run again"),
  /** A transaction read a range, which the registry never does; it was not checked. */
  RANGE_READ(
      Weight.NOT_CHECKED,
      "交易按范围读取；登记系统不作此类读取，未核对",
      "a transaction read a range, which the registry never does; it was not checked"),
  /** A transaction set a policy for single keys, by which nothing was checked. */
  KEY_POLICY(
      Weight.NOT_CHECKED,
      "交易设定了单个键的背书策略，未据以核对",
      "a transaction set a policy for single keys, by which nothing was checked"),
  /** Private values are not in blocks: only their hashes were checked. */
  PRIVATE_VALUES(
      Weight.NOT_CHECKED,
      "私有数据不在区块中，仅核对其哈希",
      "private values are not in blocks: only their hashes were checked"),
  /** The blocks after this one were not read. */
  NOT_READ_FURTHER(Weight.NOT_CHECKED, "其后的区块未读取", "the blocks after this one were not read"),
  /** A certificate had expired when it signed, for which Fabric does not refuse. */
  SIGNER_OUTSIDE_VALIDITY(
      Weight.NOTED,
      "签名时证书不在有效期内（Fabric 不因此拒绝）",
      "a certificate was not within its time when it signed, for which Fabric does not refuse");

  private final Weight weight;
  private final Name sentence;

  FindingCode(Weight weight, String zh, String en) {
    this.weight = weight;
    this.sentence = Name.of(zh, en);
  }

  /** What it means for the conclusion. */
  public Weight weight() {
    return weight;
  }

  /** What is so, in Chinese and English. */
  public Name sentence() {
    return sentence;
  }
}
