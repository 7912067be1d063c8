"""What the codes of the rules are called in the words of the trade; a code without words is told as it is."""

RATINGS: dict[str, str] = {
    "KHT": "không hoàn thành nhiệm vụ",
    "HT": "hoàn thành nhiệm vụ trở lên",
    "HTT": "hoàn thành tốt nhiệm vụ trở lên",
    "HTXS": "hoàn thành xuất sắc nhiệm vụ",
}
RATED: dict[str, str] = {
    "KHT": "không hoàn thành",
    "HT": "hoàn thành",
    "HTT": "hoàn thành tốt",
    "HTXS": "hoàn thành xuất sắc",
}
FORMS: dict[str, str] = {
    "khien_trach": "khiển trách",
    "canh_cao": "cảnh cáo",
    "ha_bac_luong": "hạ bậc lương",
    "giang_chuc": "giáng chức",
    "cach_chuc": "cách chức",
    "buoc_thoi_viec": "buộc thôi việc",
    "khac": "hình thức kỷ luật khác",
}
KINDS: dict[str, str] = {
    "cbccvc": "cán bộ, công chức, viên chức",
    "llvt": "lực lượng vũ trang",
    "nld": "người lao động",
    "quan_doi": "quân đội",
    "cong_an": "công an",
    "cbccvc_llvt": "cán bộ, công chức, viên chức, lực lượng vũ trang",
    "cbccvc_nld": "cán bộ, công chức, viên chức, người lao động",
    "nguoi_lao_dong_khac": "công nhân, nông dân, người lao động khác",
    "cong_nhan_nong_dan_nld": "công nhân, nông dân, người lao động",
    "cong_nhan_nong_dan": "công nhân, nông dân",
    "quan_doi_cong_an": "quân đội, công an",
    "cong_nhan": "công nhân",
    "nong_dan": "nông dân",
    "khu_dan_cu": "khu dân cư",
    "tinh_thanh_pho_TW": "tỉnh, thành phố trực thuộc trung ương",
    "nguoi_nuoc_ngoai": "người nước ngoài",
    "co_quan_to_chuc_doi_tac": "cơ quan, tổ chức đối tác nước ngoài",
}
LEVELS: dict[str, str] = {
    "any": "",
    "co_so": "cấp cơ sở",
    "huyen": "cấp huyện",
    "tinh": "cấp tỉnh",
    "bo": "cấp bộ",
    "toan_quoc": "phạm vi toàn quốc",
    "toan_quan": "phạm vi toàn quân",
    "quan_khu": "cấp quân khu",
    "gia_tri_cao": "có giá trị cao",
    "ap_dung": "được áp dụng",
    "phat_minh_sang_che_sang_kien": "(kể cả phát minh, sáng chế)",
}
STATES: dict[str, str] = {
    "nghiem_thu": "đã được nghiệm thu",
    "nghiem_thu_ap_dung": "đã được nghiệm thu và áp dụng",
    "ap_dung": "đã được áp dụng",
    "xuat_sac_tieu_bieu": "xuất sắc tiêu biểu",
}
RECOGNISED_BY: dict[str, str] = {
    "nguoi_dung_dau_bo_tinh": "người đứng đầu bộ, ban, ngành, tỉnh",
    "bo_tinh": "bộ, ban, ngành, tỉnh",
    "don_vi": "đơn vị",
    "BQP": "Bộ Quốc phòng",
    "BCA": "Bộ Công an",
    "BGDĐT": "Bộ Giáo dục và Đào tạo",
    "bo": "bộ",
    "HDND_tinh": "HĐND cấp tỉnh",
}
CLUSTERS: dict[str, str] = {
    "cum_khoi_tinh": "cụm, khối thi đua do bộ, ban, ngành, tỉnh tổ chức",
    "cum_khoi_TW": "cụm, khối thi đua do Hội đồng Thi đua - Khen thưởng Trung ương tổ chức",
    "cap_huyen": "phong trào thi đua cấp huyện",
}
MOVED_BY: dict[str, str] = {
    "tinh": "do bộ, ban, ngành, tỉnh phát động",
    "TW": "do trung ương phát động",
    "thu_tuong": "do Thủ tướng Chính phủ phát động",
    "CTN": "do Chủ tịch nước phát động",
    "TTg": "do Thủ tướng Chính phủ phát động",
}
RANKS: dict[str, str] = {
    "dan_dau": "dẫn đầu",
    "tieu_bieu_nhat": "tiêu biểu nhất",
    "tieu_bieu": "tiêu biểu",
    "xuat_sac": "xuất sắc",
    "xuat_sac_tieu_bieu": "xuất sắc tiêu biểu",
}
AT: dict[str, str] = {"tong_ket": "khi tổng kết", "so_tong_ket": "khi sơ kết, tổng kết"}
SCOPES: dict[str, str] = {
    "any": "",
    "linh_vuc_tinh": "trong một lĩnh vực thuộc phạm vi bộ, ban, ngành, tỉnh",
    "cap_xa": "trong phạm vi cấp xã",
    "co_quan": "trong phạm vi cơ quan",
    "doanh_nghiep": "trong phạm vi doanh nghiệp",
    "tinh": "trong phạm vi bộ, ban, ngành, tỉnh",
    "huyen": "trong phạm vi cấp huyện",
    "linh_vuc_nganh_nghe": "trong lĩnh vực, ngành nghề",
    "Dang_Nha_nuoc": "do Đảng, Nhà nước giao",
    "toan_quoc": "trong phạm vi cả nước",
    "nha_nuoc": "cấp nhà nước",
    "toan_quan": "trong phạm vi toàn quân",
    "quan_khu": "trong phạm vi quân khu",
    "quoc_phong_an_ninh": "phục vụ quốc phòng, an ninh",
}
ACHIEVEMENTS: dict[str, str] = {
    "dot_xuat": "thành tích đột xuất",
    "nhieu_thanh_tich": "nhiều thành tích",
    "nhieu_thanh_tich_lao_dong": "nhiều thành tích trong lao động",
    "dot_xuat_lao_dong": "thành tích đột xuất trong lao động",
    "dot_xuat_xuat_sac": "thành tích xuất sắc đột xuất",
    "co_pham_vi": "thành tích có phạm vi ảnh hưởng",
    "giai_khu_vuc": "giải thưởng ở khu vực",
    "nhiem_vu_chinh_tri": "thành tích trong thực hiện nhiệm vụ chính trị quan trọng",
    "dac_biet_xuat_sac_dot_xuat": "thành tích đặc biệt xuất sắc đột xuất",
    "dot_xuat_dac_biet_xuat_sac": "thành tích đặc biệt xuất sắc đột xuất",
    "giai_khu_vuc_the_gioi": "giải thưởng ở khu vực hoặc thế giới",
    "dac_biet_xuat_sac": "thành tích đặc biệt xuất sắc",
    "nhieu_xuat_sac": "nhiều thành tích xuất sắc",
    "xuat_sac": "thành tích xuất sắc",
    "chien_cong": "chiến công trong chiến đấu, phục vụ chiến đấu",
    "dung_cam_cuu_nguoi_cuu_tai_san": "hành động dũng cảm cứu người, cứu tài sản",
}
FIELDS: dict[str, str] = {
    "cong_suc": "công sức",
    "dat_dai": "đất đai",
    "tai_san": "tài sản",
    "KT_XH": "phát triển kinh tế - xã hội",
    "QPAN": "quốc phòng, an ninh",
    "KHKT": "ứng dụng khoa học, kỹ thuật",
    "cong_tac_xa_hoi": "công tác xã hội",
    "an_sinh": "an sinh xã hội",
    "tu_thien": "từ thiện nhân đạo",
}
AMOUNTS: dict[str, str] = {"nhieu": "nhiều", "lon": "lớn", "nhieu_lon": "nhiều, lớn"}
AREAS: dict[str, str] = {
    "quan_huyen_TP_TW": "quận, huyện của thành phố trực thuộc trung ương",
    "mien_nui_hai_dao_DBKK": "miền núi, hải đảo, vùng đặc biệt khó khăn",
    "mien_nui_hai_dao_DBKK_ho_ngheo_can_ngheo": (
        "miền núi, hải đảo, vùng đặc biệt khó khăn, hộ nghèo, hộ cận nghèo"
    ),
    "khac": "nơi khác",
}
POSTS: dict[str, str] = {
    "can_bo_quan_ly": "cán bộ quản lý",
    "xiec_mua": "loại hình xiếc, múa",
    "UBTW MTTQ": "thành viên Ủy ban Trung ương MTTQ Việt Nam",
}
TOPICS: dict[str, str] = {
    "tieu_chuan_giay_khen": "tiêu chuẩn giấy khen",
    "ky_niem_chuong": "kỷ niệm chương",
    "huy_hieu": "huy hiệu",
    "DH_CO_QK": "Cờ thi đua",
    "BK_QK": "Bằng khen",
}
ELSEWHERE: dict[str, str] = {
    "NĐ 42/2010": "Nghị định số 42/2010/NĐ-CP",
    "UBTVQH ordinance": "Pháp lệnh của Ủy ban Thường vụ Quốc hội",
    "tổng kết thành tích kháng chiến (separate instruments)": (
        "các văn bản riêng về tổng kết thành tích kháng chiến"
    ),
    "same article": "cùng điều luật",
    "Government decree": "nghị định của Chính phủ",
    "Government decree (NĐ 98/2023, NĐ 152/2025)": "nghị định của Chính phủ (NĐ 98/2023, NĐ 152/2025)",
}
COUNTED: dict[str, str] = {
    "DH_CO_CP proposals": "số tập thể được đề nghị tặng Cờ thi đua của Chính phủ",
    "meets DH_CO_TINH": "số tập thể đạt tiêu chuẩn tặng Cờ thi đua cấp bộ, tỉnh",
    "GK_XA for GDVH": "số gia đình được tặng Giấy khen",
    "DH_GDVH 3 consecutive years": "số gia đình được công nhận Gia đình văn hóa 3 năm liên tục",
    "GK_HUYEN for khu dân cư VH": "số khu dân cư được tặng Giấy khen",
    "DH_THON_VH 5 consecutive years": "số khu dân cư được công nhận văn hóa 5 năm liên tục",
}
COUNTED_IN: dict[str, str] = {  # of which units a cap is counted, where a text leaves it open or says it
    "bo_tinh": "ở đâu do bộ, tỉnh quy định",
    "don_vi": "trong từng đơn vị",
    "co_quan": "trong toàn cơ quan",
}
GROUPED: dict[str, str] = {"GK (chiến đấu)": "Giấy khen trong chiến đấu, phục vụ chiến đấu"}
ATTESTED: dict[str, str] = {
    "to_chuc_dang_doan_the_htxs": (
        "tổ chức Đảng, đoàn thể của tập thể được đánh giá “Hoàn thành xuất sắc nhiệm vụ”, hoặc tập thể "
        "không có tổ chức Đảng, đoàn thể"
    ),
    "MTTQ_TW_cong_nhan": "được Ủy ban Trung ương MTTQ Việt Nam công nhận",
    "canh_quan_sach_dep": "cảnh quan, môi trường sạch đẹp",
    "cham_lo_doi_song": "chăm lo đời sống người lao động",
    "chap_hanh_chu_truong_phap_luat": "chấp hành chủ trương của Đảng, chính sách, pháp luật của Nhà nước",
    "chap_hanh_tot": "chấp hành tốt chủ trương, chính sách, pháp luật",
    "chap_hanh_tot_trat_tu_thi_dua": "chấp hành tốt, giữ gìn trật tự, tham gia thi đua",
    "che_do_chinh_sach": "thực hiện đầy đủ chế độ, chính sách",
    "cong_lao_to_lon": "có công lao to lớn",
    "cong_lon_di_san_ca_nuoc": "có công lớn bảo vệ, phát huy di sản văn hóa của cả nước",
    "cong_lon_di_san_dia_phuong": "có công lớn bảo vệ, phát huy di sản văn hóa của địa phương",
    "dac_biet_xuat_sac": "lập thành tích đặc biệt xuất sắc",
    "dan_chu_co_so": "thực hiện tốt dân chủ ở cơ sở",
    "dan_dau_toan_quoc": "dẫn đầu toàn quốc",
    "dao_duc": "có đạo đức",
    "dao_duc_doan_ket": "có đạo đức, đoàn kết",
    "dao_duc_loi_song": "có đạo đức, lối sống lành mạnh",
    "dao_tao_dong_nghiep": "có công đào tạo, bồi dưỡng, giúp đỡ đồng nghiệp",
    "dao_tao_the_he_tre": "có công đào tạo, bồi dưỡng thế hệ trẻ",
    "doan_ket_huu_nghi": "có đóng góp xây dựng tình đoàn kết, hữu nghị",
    "doan_ket_tuong_tro": "đoàn kết, tương trợ trong cộng đồng",
    "dong_gop_Quoc_hoi": "có đóng góp vào hoạt động của Quốc hội",
    "dong_gop_phat_trien": "có đóng góp vào sự phát triển của bộ, ngành, địa phương",
    "dong_gop_to_lon": "có đóng góp to lớn",
    "gia_dinh_hoa_thuan": "gia đình hòa thuận",
    "gia_dinh_no_am_tien_bo_hanh_phuc": "gia đình no ấm, tiến bộ, hạnh phúc, văn minh",
    "gia_tri_tac_dung": "có giá trị, tác dụng cao",
    "giai_thuong_hoac_tac_pham": "có giải thưởng hoặc tác phẩm xuất sắc",
    "giai_thuong_hoac_tac_pham_sau_NSUT": "có giải thưởng hoặc tác phẩm xuất sắc sau khi là Nghệ sĩ ưu tú",
    "giup_ho_nong_dan": "giúp đỡ hộ nông dân",
    "giup_nhieu_ho_tao_viec_lam": "giúp đỡ nhiều hộ, tạo việc làm cho người lao động",
    "guong_mau": "gương mẫu",
    "guong_mau_chap_hanh": "gương mẫu chấp hành chủ trương của Đảng, chính sách, pháp luật của Nhà nước",
    "hanh_dong_anh_hung": "có hành động anh hùng",
    "hoan_thanh_KTXH_QPAN": "hoàn thành các chỉ tiêu kinh tế - xã hội, quốc phòng, an ninh",
    "hoan_thanh_nhiem_vu": "hoàn thành nhiệm vụ được giao",
    "hoc_tap_thuong_xuyen": "tích cực học tập, nâng cao trình độ",
    "hy_sinh_khi_cuu_nguoi": "hy sinh khi cứu người, cứu tài sản",
    "kinh_te_on_dinh": "đời sống kinh tế ổn định",
    "kinh_te_on_dinh_phat_trien": "đời sống kinh tế ổn định và từng bước phát triển",
    "lao_dong_hieu_qua": "tổ chức lao động, sản xuất, kinh doanh, công tác, học tập có hiệu quả",
    "lao_dong_nang_suat_cao": "lao động, sản xuất có năng suất cao",
    "lao_dong_san_xuat_hieu_qua": "lao động, sản xuất có hiệu quả",
    "lao_dong_sang_tao": "lao động sáng tạo, năng suất, hiệu quả cao",
    "lien_tuc_thanh_tich_xuat_sac": "liên tục lập được thành tích xuất sắc trong thời gian đó",
    "moi_truong_an_toan": "bảo đảm vệ sinh môi trường, an toàn",
    "muu_tri_dung_cam_hieu_qua_cao": "mưu trí, dũng cảm trong chiến đấu, phục vụ chiến đấu, đạt hiệu quả cao",
    "muu_tri_dung_cam_hoan_thanh_xuat_sac": (
        "mưu trí, dũng cảm, hoàn thành xuất sắc nhiệm vụ chiến đấu, phục vụ chiến đấu"
    ),
    "nang_suat_chat_luong_cao": "đạt năng suất và chất lượng cao",
    "nghia_vu_cong_dan": "hoàn thành nghĩa vụ công dân",
    "nghia_vu_nha_nuoc": "thực hiện đầy đủ nghĩa vụ đối với Nhà nước",
    "ngon_co_thi_dua": "là ngọn cờ tiêu biểu trong phong trào thi đua",
    "nhan_to_moi": "là nhân tố mới, mô hình mới",
    "nhieu_giai_thuong": "có nhiều giải thưởng",
    "nhieu_thanh_tich_xuat_sac": "có nhiều thành tích xuất sắc",
    "noi_bo_doan_ket": "nội bộ đoàn kết",
    "phong_trao_thuong_xuyen": "phong trào thi đua thường xuyên, thiết thực, hiệu quả",
    "sang_kien_toan_quoc": "có sáng kiến được áp dụng trong phạm vi toàn quốc",
    "suy_ton": "được quần chúng suy tôn",
    "tai_nang": "có tài năng",
    "tai_nang_cong_lon": "có tài năng, có công lớn",
    "tham_gia_thi_dua_dia_phuong": "tích cực tham gia phong trào thi đua của địa phương",
    "thanh_tich_toan_dien": "có thành tích toàn diện",
    "tich_cuc_thi_dua": "tích cực tham gia phong trào thi đua",
    "tich_cuc_thi_dua_xa_hoi": "tích cực tham gia phong trào thi đua và hoạt động xã hội",
    "tiep_tuc_dong_gop": "tiếp tục có đóng góp",
    "tiet_kiem": "thực hành tiết kiệm",
    "tiet_kiem_chong_lang_phi": "thực hành tiết kiệm, chống lãng phí",
    "tiet_kiem_chong_lang_phi_tham_nhung": "thực hành tiết kiệm, chống lãng phí, chống tham nhũng",
    "tiet_kiem_chong_tham_nhung": "thực hành tiết kiệm, phòng, chống tham nhũng",
    "tieu_bieu_xuat_sac": "có thành tích tiêu biểu xuất sắc",
    "tieu_bieu_xuat_sac_dan_dau": "tiêu biểu xuất sắc, dẫn đầu",
    "tieu_bieu_xuat_sac_nhat": "có thành tích tiêu biểu xuất sắc nhất",
    "to_chuc_phong_trao": "tổ chức tốt phong trào thi đua",
    "trung_thanh": "trung thành với Tổ quốc",
    "truyen_thong": "có bề dày truyền thống",
    "tu_luc_tu_cuong_doan_ket": "có tinh thần tự lực, tự cường, đoàn kết, tương trợ",
    "van_hoa_lanh_manh": "đời sống văn hóa, tinh thần lành mạnh",
}
