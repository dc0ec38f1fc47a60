// The five seed documents: their heading trees and their page furniture, judged by eye.
#include "outline.hpp"

#include "support/catch.hpp"

using namespace rulescore::test;
using Strings = std::vector<std::string>;

TEST_CASE("seed 000: a magazine's labels under a portal's path") {
  const std::string text = read_seed(seed_names()[0]);
  CHECK(tree(text) ==
        "5 一次未跑成服务台\n"
        "  5 改革提升服务效能\n"
        "5 健全依法决策机制\n"
        "5 窗口办事使用电子证件\n"
        "  5 规范公正文明执法\n");
  CHECK(furniture(text) == Strings{"当前位置: 首页>政治", "2021-08-16 15:07 来源:《今日浙江》杂志 作者:冯群敏", "冯群敏",
                                   "Produced By 大汉网络 大汉版通发布系统 Produced By 大汉网络 大汉版通发布系统"});
}

TEST_CASE("seed 001: a county's annual report") {
  const std::string text = read_seed(seed_names()[1]);
  CHECK(tree(text) ==
        "1 一、2020年度法治政府建设主要工作开展情况\n"
        "  2 (一)统筹法治建设,夯实法治实践制度根基\n"
        "    4 一是加强党对法治建设的领导\n"
        "    4 二是全面履行党政主要负责人推进法治建设第一责任人职责\n"
        "    4 三是推动法治政府建设责任落实\n"
        "  2 (二)坚持权责法定,推进政府职能依法履行\n"
        "    4 一是优化法治化营商环境\n"
        "    4 二是助力“最多跑一次”改革\n"
        "    4 三是持续重点领域高压监管\n"
        "  2 (三)健全制度规范,严格规范公正文明执法\n"
        "    4 一是加强行政规范性文件管理\n"
        "    4 二是落实科学民主依法决策机制\n"
        "    4 三是全面推行行政执法“三项制度”\n"
        "    4 四是持续深化政府数字执法\n"
        "  2 (四)突出监督实效,确保权力依法规范运行\n"
        "    4 一是自觉接受各方监督\n"
        "    4 二是推动政务公开提升\n"
        "    4 三是强化行政执法监督\n"
        "  2 (五)狠抓改革行动,着力提升依法治理水平\n"
        "    4 一是继续推进行政复议体制改革\n"
        "    4 二是全面推进镇乡街道合法性审查全覆盖工作\n"
        "    4 三是扎实开展行政争议发案量和败诉率“双下降”专项行动\n"
        "    4 四是稳步推进首问负责即问即办工作\n"
        "  2 (六)营造浓厚氛围,提高群众法治幸福指数\n"
        "    4 一是保障疫情防控和复工复产双轨并行\n"
        "    4 二是培育全民守法法治环境\n"
        "    4 三是健全矛盾纠纷多元化解机制\n"
        "1 二、法治政府建设存在的问题\n"
        "1 三、2021年度推进法治政府建设的主要思路\n"
        "  2 (一)优机制,提升依法决策能力\n"
        "  2 (二)促规范,提升行政执法能力\n"
        "  2 (三)补短板,提升纠纷化解能力\n"
        "  2 (四)重实效,提升宣传引导能力\n"
        "  2 (五)抓引领,提升示范创建能力\n");
  CHECK(furniture(text) == Strings{"首页", ">>政务公开>>政府建设", "分享到:"});
}

TEST_CASE("seed 002: a notice in nine items, with links below") {
  const std::string text = read_seed(seed_names()[2]);
  CHECK(tree(text) ==
        "4 一是开展“放管服”改革涉及的规范性文件清理工作\n"
        "4 二是落实法治政府建设报告规定\n"
        "4 三是严格执行规范性文件定期清理制度\n"
        "4 四是加强行政执法信息化建设和信息共享\n"
        "4 五是强化行政执法人员资格管理\n"
        "4 六是强化政府法律顾问建设\n"
        "4 七是加强和改进行政应诉工作\n"
        "4 八是切实做好重大行政执法决定法制审核工作\n"
        "4 九是全面推行大调解工作机制\n");
  CHECK(furniture(text) ==
        Strings{"日期:2017-11-07来源:宁波市政府法制办【字体: 视力保护色:", "(宁波市法制办\u00A0供稿)",
                "分享到:", "相关报道:", "黑龙江省人民政府关于下放给哈尔滨新区一批省级行政许可事项的决定2017-11-03",
                "证监会积极探索完善行政复议委员会制度,行政复议案件审理工作取得新成效2017-10-26",
                "河北省打好组织基础 强力推进法治政府建设2017-10-26",
                "河北省秦皇岛市采取五项措施深入推进法治政府建设成效2017-10-26",
                "浙江省桐庐县坚持法治与改革并举护航“放管服”改革显成效2017-10-25", "Produced By 大汉网络 大汉版通发布系统"});
}

TEST_CASE("seed 003: a newspaper article") {
  const std::string text = read_seed(seed_names()[3]);
  CHECK(tree(text) ==
        "5 坚持转变职能,更好发挥政府机构作用\n"
        "5 大力健全机制,更优推进依法行政决策\n"
        "5 强化制约监督,更严规范公正文明执法\n"
        "5 着眼公平正义,更细化解社会矛盾纠纷\n"
        "5 全面压紧责任,更实加强党的统一领导\n");
  CHECK(furniture(text) == Strings{"发布日期:2022-08-04 07:46 来源:新华日报 浏览次数: 字体:[ ]", "扫一扫在手机打开当前页",
                                   "Produced By 大汉网络 大汉版通发布系统"});
}

TEST_CASE("seed 004: labels with second lines, no blank lines") {
  const std::string text = read_seed(seed_names()[4]);
  CHECK(tree(text) ==
        "5 行政效能大幅提升\n"
        "5 完善依法行政制度体系\n"
        "5 行政决策科学化民主化法治化\n"
        "5 严格规范公正文明执法\n"
        "  5 3184家市场主体受益于“不罚”“轻罚”\n"
        "5 推进“旧账清理”\n"
        "  5 全面推行政府购买法律服务惠企\n"
        "5 依法有效化解社会矛盾纠纷\n"
        "  5 新设立社会组织人民调解委员会129个\n");
  CHECK(furniture(text) ==
        Strings{"原文链接:http://sft.shandong.gov.cn/articles/ch04171/202103/dfaa56ab-6f4b-408a-b94d-46c74a36aa56.shtml",
                "上一篇:聊城首次开展远程视频集中帮教活动", "下一篇:夯实法治根基,护航乡村振兴"});
}
